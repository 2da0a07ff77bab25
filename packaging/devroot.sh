# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian 13 root in which Sandglass is built, and the sandbox templates made beside it. Sourced by ./dev, which
# provides `say` and `die`. Works as root and as an ordinary user; changes nothing else on the system, except that it
# installs mmdebstrap, bubblewrap and uidmap where they are missing.

# Prints the packages of the named sections of the list, sorted.
packages_of() { # list section...
    local list=$1
    shift
    awk -v wanted=" $* " '/^#/ || /^$/ { next }
        /^\[/ { section = substr($0, 2, length($0) - 2); next }
        index(wanted, " " section " ") { print }' "$list" | LC_ALL=C sort -u
}

ensure_tools() {
    local missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    command -v newuidmap >/dev/null || missing+=(uidmap)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || missing+=(debian-archive-keyring)
    [ ${#missing[@]} -eq 0 ] && return
    local command="apt-get install -y --no-install-recommends ${missing[*]}"
    command -v apt-get >/dev/null || die "please install ${missing[*]} with this system's package manager"
    if [ "$(id -u)" -eq 0 ]; then
        say "installing ${missing[*]}"
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive $command; } >&2 || die "failed: $command"
    elif sudo -n true 2>/dev/null; then
        say "installing ${missing[*]} with sudo"
        sudo apt-get update -q >&2
        # shellcheck disable=SC2086
        sudo DEBIAN_FRONTEND=noninteractive $command >&2 || die "failed: sudo $command"
    else
        die "${missing[*]} missing; install with: sudo $command"
    fi
}

# User namespaces are what everything here rests on: say plainly when the system forbids them, with the one cure.
check_namespaces() {
    bwrap --unshare-user --unshare-pid --ro-bind / / true 2>/dev/null && return
    local switch
    for switch in kernel.apparmor_restrict_unprivileged_userns=0 kernel.unprivileged_userns_clone=1 \
        user.max_user_namespaces=10000; do
        local file=/proc/sys/${switch%%=*}
        file=${file//.//}
        if [ -e "$file" ] && [ "$(cat "$file")" != "${switch##*=}" ] &&
            { [ "${switch%%=*}" != user.max_user_namespaces ] || [ "$(cat "$file")" -eq 0 ]; }; then
            die "this system does not let programs make user namespaces; allow it with: sudo sysctl -w $switch"
        fi
    done
    die "bubblewrap cannot make a user namespace here; try 'bwrap --unshare-user --ro-bind / / true' to see why"
}

check_subids() {
    [ "$(id -u)" -eq 0 ] && return
    grep -qE "^($(id -un)|$(id -u)):" /etc/subuid 2>/dev/null && return
    die "no subordinate user ids for $(id -un); add them with: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

# Streams a new tree of the given packages into the new directory $1. A killed build leaves only that directory.
bootstrap() { # directory package...
    local directory=$1 hook
    shift
    # Files that are bound over must exist; documentation and caches are of no use here.
    hook='touch "$1/etc/hosts" "$1/etc/machine-id"; [ -e "$1/etc/resolv.conf" ] || : >"$1/etc/resolv.conf"'
    local options=(--variant=minbase '--aptopt=Apt::Install-Recommends "false"' "--customize-hook=$hook"
        "--include=$(IFS=,; printf '%s' "$*")")
    if [ "$(id -u)" -eq 0 ]; then
        mkdir -p "$directory"
        # Its own mount and pid namespaces: mounts and workers cannot outlive a kill.
        unshare -m --propagation private -fp --mount-proc --kill-child=KILL \
            mmdebstrap --format=directory "${options[@]}" trixie "$directory"
    else
        # As tar, so that every file belongs to the user; a directory of subordinate ids could not be removed again.
        mkdir -p "$directory"
        mmdebstrap --mode=unshare --format=tar "${options[@]}" trixie - |
            tar -C "$directory" --exclude='./dev/*' -xf -
    fi
}

# Runs the function $2... under the lock of the cache directory $1, which is closed before anything is entered.
locked() { # cache command...
    local cache=$1 code=0
    shift
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock -n 9 || { say 'waiting for another ./dev to finish its set-up'; flock 9; }
    "$@" || code=$?
    exec 9>&-
    return "$code"
}

remove_tree() { [ ! -e "$1" ] || rm -rf --one-file-system -- "$1"; }

# Builds $2 from packages unless it is there; `done` is a function called with the new tree before it gets its name.
build_tree() { # cache final done package...
    local cache=$1 final=$2 finish=$3 new started=$SECONDS
    shift 3
    for new in "$final" "$final".new.*; do remove_tree "$new"; done
    new=$final.new.$$
    mkdir -p "$(dirname "$final")"
    bootstrap "$new" "$@" >"$cache/bootstrap.log" 2>&1 || {
        tail -n 15 "$cache/bootstrap.log" >&2
        remove_tree "$new"
        die "building ${final##*/} failed; the whole log is $cache/bootstrap.log"
    }
    { "$finish" "$new" && mv -T "$new" "$final"; } || {
        remove_tree "$new"
        die "finishing ${final##*/} failed"
    }
    say "built ${final##*/} in $((SECONDS - started)) s"
}

finish_root() { printf '%s\n' "${wanted[@]}" >"$1/var/lib/sandglass-packages"; }

install_into_root() { # root package...
    local root=$1 started=$SECONDS
    shift
    say "installing into the Debian 13 root: $*"
    local identity=()
    [ "$(id -u)" -eq 0 ] || identity=(--unshare-user --uid 0 --gid 0)
    bwrap "${identity[@]}" --bind "$root" / --dev /dev --proc /proc --tmpfs /tmp --unshare-pid --die-with-parent \
        "${resolver[@]}" --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv DEBIAN_FRONTEND noninteractive \
        sh -c 'dpkg --configure -a && apt-get $0 update && apt-get $0 install -y --no-install-recommends "$@"' \
        '-q -o APT::Sandbox::User=root' "$@" >"$root/../install.log" 2>&1 ||
        { tail -n 15 "$root/../install.log" >&2; die "installing packages into the root failed"; }
    say "installed in $((SECONDS - started)) s"
}

make_root() { # cache list
    local cache=$1 root=$1/debian-13 wanted missing resolver=()
    mapfile -t wanted < <(packages_of "$2" build run bench)
    if [ ! -e "$root/var/lib/sandglass-packages" ]; then
        say 'building the Debian 13 root, once: about two minutes and 2 GB'
        build_tree "$cache" "$root" finish_root "${wanted[@]}"
        return
    fi
    mapfile -t missing < <(LC_ALL=C comm -13 "$root/var/lib/sandglass-packages" <(printf '%s\n' "${wanted[@]}"))
    [ ${#missing[@]} -eq 0 ] && return
    [ ! -e /etc/resolv.conf ] || resolver=(--ro-bind "$(realpath /etc/resolv.conf)" /etc/resolv.conf)
    install_into_root "$root" "${missing[@]}"
    finish_root "$root"
}

root_is_ready() { # cache list
    [ -e "$1/debian-13/var/lib/sandglass-packages" ] &&
        [ -z "$(LC_ALL=C comm -13 "$1/debian-13/var/lib/sandglass-packages" <(packages_of "$2" build run bench))" ]
}

ensure_root() { # cache list
    command -v bwrap >/dev/null || ensure_tools
    check_namespaces
    root_is_ready "$@" && return
    ensure_tools
    check_subids
    locked "$1" make_root "$@"
}

# A template is plain trees (usr etc var home), a manifest and, for some, the command that runs in each of its
# sandboxes; see docs/architecture.md. `extras` is the folder of what the template has besides packages.
finish_template() {
    local tree=$1 entry
    mkdir -p "$tree/home/user" && cp -r "$tree/etc/skel/." "$tree/home/user/" &&
        printf 'user:x:1000:1000::/home/user:/bin/bash\n' >>"$tree/etc/passwd" &&
        printf 'user:x:1000:\n' >>"$tree/etc/group" || return
    for entry in "$tree"/*; do
        case ${entry##*/} in
        usr | etc | var | home) ;;
        *) remove_tree "$entry" ;;
        esac
    done
    rm -rf "$tree/var/lib/apt/lists" "$tree/var/cache/apt"
    mkdir -p "$tree/var/lib/apt/lists/partial" "$tree/var/cache/apt/archives/partial"
    printf '%s\n' "${wanted[@]}" >"$tree/packages"
    [ ! -e "$extras/start" ] || cp "$extras/start" "$tree/start" || return
    # Readable for a sandbox's user, whatever this user's habits are.
    [ ! -d "$extras/files" ] || (umask 022 && cp -R --no-preserve=mode,ownership "$extras/files/." "$tree") || return
    files_of_template "$extras" >"$tree/files"
}

# What a template has besides packages, a line for each file.
files_of_template() { # extras
    [ -d "$1/files" ] || return 0
    (cd "$1/files" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum)
}

# Every template has what base has.
packages_of_template() { # name list
    packages_of "$2" template-base "template-$1"
}

make_template() { # name cache list
    local name=$1 cache=$2 wanted extras=${3%/*}/templates/$1
    mapfile -t wanted < <(packages_of_template "$name" "$3")
    template_is_ready "$@" && return
    say "building the sandbox template $name, once"
    local attic=$cache/old-templates old
    mkdir -p "$attic"
    build_tree "$cache" "$cache/new-templates/$name" finish_template "${wanted[@]}"
    # Sandboxes may still run on the old trees: those stay until a later build, two days on.
    while IFS= read -r old; do remove_tree "$old"; done < <(find "$attic" -mindepth 1 -maxdepth 1 -mtime +2)
    mkdir -p "$cache/templates"
    if [ -d "$cache/templates/$name" ]; then
        touch "$cache/templates/$name"
        mv -T "$cache/templates/$name" "$attic/$name.$$"
    fi
    mv -T "$cache/new-templates/$name" "$cache/templates/$name"
}

template_is_ready() { # name cache list
    local tree=$2/templates/$1 extras=${3%/*}/templates/$1
    [ -e "$tree/packages" ] && packages_of_template "$1" "$3" | cmp -s - "$tree/packages" &&
        { [ ! -e "$extras/start" ] || cmp -s "$extras/start" "$tree/start"; } &&
        files_of_template "$extras" | cmp -s - <(cat "$tree/files" 2>/dev/null)
}

ensure_template() { # name cache list
    template_is_ready "$@" && return
    ensure_tools
    check_subids
    locked "$2" make_template "$@"
}

# Replaces this process by COMMAND inside the root. Nothing started there outlives it.
enter_root() { # root checkout command...
    local root=$1 checkout=$2 file repository
    shift 2
    local runtime=/run/user/$(id -u)
    local options=(--ro-bind "$root/usr" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib
        --symlink usr/lib64 /lib64 --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var --tmpfs /var/tmp
        --tmpfs /run --dev-bind /dev /dev --ro-bind /sys /sys --bind /tmp /tmp --dir "$runtime" --chmod 0700 "$runtime"
        --bind "$HOME" "$HOME" --bind "${root%/*}" "${root%/*}" --bind "$checkout" "$checkout" --chdir "$checkout"
        --unshare-pid --die-with-parent)
    # A work tree made by `git worktree` keeps its repository elsewhere.
    repository=$(git -C "$checkout" rev-parse --path-format=absolute --git-common-dir 2>/dev/null) || repository=
    case $repository in
    '' | "$checkout"/*) ;;
    *) options+=(--ro-bind "$repository" "$repository") ;;
    esac
    [ ! -d /sys/fs/cgroup ] || options+=(--bind /sys/fs/cgroup /sys/fs/cgroup)
    for file in /etc/resolv.conf /etc/hosts /etc/passwd /etc/group /etc/machine-id /etc/ssl/certs/ca-certificates.crt; do
        [ -s "$file" ] && [ -e "$root$file" ] && options+=(--ro-bind "$(realpath "$file")" "$file")
    done
    options+=(--setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin --setenv LANG C.UTF-8
        --setenv XDG_RUNTIME_DIR "$runtime" --setenv SANDGLASS_DEV_ROOT 1 --unsetenv LANGUAGE --unsetenv LC_ALL
        --setenv GIT_CONFIG_COUNT 1 --setenv GIT_CONFIG_KEY_0 safe.directory --setenv GIT_CONFIG_VALUE_0 "$checkout")
    if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "${XDG_RUNTIME_DIR:-}/$WAYLAND_DISPLAY" ]; then
        options+=(--ro-bind "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY" "$runtime/$WAYLAND_DISPLAY")
    else
        options+=(--unsetenv WAYLAND_DISPLAY)
    fi
    [ -z "${pictures:-}" ] || options+=(--bind "$pictures" "$pictures")
    case ${DBUS_SESSION_BUS_ADDRESS:-} in
    unix:path=*)
        file=${DBUS_SESSION_BUS_ADDRESS#unix:path=}
        file=${file%%,*}
        if [ -S "$file" ]; then
            options+=(--ro-bind "$file" "$runtime/bus" --setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$runtime/bus")
        else
            options+=(--unsetenv DBUS_SESSION_BUS_ADDRESS)
        fi
        ;;
    *) options+=(--unsetenv DBUS_SESSION_BUS_ADDRESS) ;;
    esac
    if [ -n "${DISPLAY:-}" ] && [ -r "${XAUTHORITY:-$HOME/.Xauthority}" ]; then
        options+=(--ro-bind "$(realpath "${XAUTHORITY:-$HOME/.Xauthority}")" "$runtime/Xauthority"
            --setenv XAUTHORITY "$runtime/Xauthority")
    fi
    # /proc decides whether sandboxes can nest: as root only a proc mounted from within leaves that open.
    if [ "$(id -u)" -eq 0 ]; then
        exec bwrap "${options[@]}" --bind /proc /proc sh -c 'mount -t proc proc /proc && exec "$@"' dev "$@"
    fi
    exec bwrap "${options[@]}" --proc /proc "$@"
}
