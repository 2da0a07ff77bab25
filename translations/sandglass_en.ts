<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Sandglass::CloseAction</name>
    <message numerus="yes">
        <source>%n text(s) are not saved</source>
        <translation>
            <numerusform>%n text is not saved</numerusform>
            <numerusform>%n texts are not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) are under way</source>
        <translation>
            <numerusform>%n transfer is under way</numerusform>
            <numerusform>%n transfers are under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeFindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::ConfirmPopover</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorStatusRow</name>
    <message numerus="yes">
        <source>%n change(s) not saved to the sandbox</source>
        <translation>
            <numerusform>%n change not saved to the sandbox</numerusform>
            <numerusform>%n changes not saved to the sandbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be seen</source>
        <translation>
            <numerusform>%n character that cannot be seen</numerusform>
            <numerusform>%n characters that cannot be seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FileDesk</name>
    <message numerus="yes">
        <source>%1: %2 %n other(s) failed as well, %3 arrived.</source>
        <translation>
            <numerusform>%1: %2 %n other failed as well, %3 arrived.</numerusform>
            <numerusform>%1: %2 %n others failed as well, %3 arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n special file(s) and link(s) to folders were left out</source>
        <translation>
            <numerusform>%n special file or link to a folder was left out</numerusform>
            <numerusform>%n special files and links to folders were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FileRemovePopover</name>
    <message numerus="yes">
        <source>Remove %n items?</source>
        <translation>
            <numerusform>Remove %n item?</numerusform>
            <numerusform>Remove %n items?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n</source>
        <comment>button: remove that many items</comment>
        <translation>
            <numerusform>Remove %n</numerusform>
            <numerusform>Remove %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FileText</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FileTreeView</name>
    <message numerus="yes">
        <source>Upload %n file(s) to %1</source>
        <translation>
            <numerusform>Upload %n file to %1</numerusform>
            <numerusform>Upload %n files to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FilesFeed</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are taken in %1</source>
        <translation>
            <numerusform>%n name is taken in %1</numerusform>
            <numerusform>%n names are taken in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetPage</name>
    <message numerus="yes">
        <source>%n sandbox(es) in all</source>
        <translation>
            <numerusform>%n sandbox in all</numerusform>
            <numerusform>%n sandboxes in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetStatusBar</name>
    <message numerus="yes">
        <source>%n changes sent</source>
        <translation>
            <numerusform>%n change sent</numerusform>
            <numerusform>%n changes sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Driving %n screen(s)</source>
        <translation>
            <numerusform>Driving %n screen</numerusform>
            <numerusform>Driving %n screens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::KillPopover</name>
    <message numerus="yes">
        <source>Kill %n sandboxes?</source>
        <translation>
            <numerusform>Kill %n sandbox?</numerusform>
            <numerusform>Kill %n sandboxes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n</source>
        <comment>button: kill that many sandboxes</comment>
        <translation>
            <numerusform>Kill %n</numerusform>
            <numerusform>Kill %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewFeed</name>
    <message numerus="yes">
        <source>%n vCPU</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
            <numerusform>%n vCPU</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::ResumeAction</name>
    <message numerus="yes">
        <source>Resume %n sandboxes?</source>
        <translation>
            <numerusform>Resume %n sandbox?</numerusform>
            <numerusform>Resume %n sandboxes?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::ResumeText</name>
    <message numerus="yes">
        <source>%n of them are paused again after that.</source>
        <translation>
            <numerusform>%n of them is paused again after that.</numerusform>
            <numerusform>%n of them are paused again after that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are killed after that, unless they are extended before.</source>
        <translation>
            <numerusform>%n of them is killed after that, unless it is extended before.</numerusform>
            <numerusform>%n of them are killed after that, unless they are extended before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them the service has not said what happens after that.</source>
        <translation>
            <numerusform>Of %n of them the service has not said what happens after that.</numerusform>
            <numerusform>Of %n of them the service has not said what happens after that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Once resumed it runs for %n minutes and takes part of this computer&apos;s time and memory again.</source>
        <translation>
            <numerusform>Once resumed it runs for %n minute and takes part of this computer&apos;s time and memory again.</numerusform>
            <numerusform>Once resumed it runs for %n minutes and takes part of this computer&apos;s time and memory again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Once resumed it runs for %n minutes and costs running time from then on.</source>
        <translation>
            <numerusform>Once resumed it runs for %n minute and costs running time from then on.</numerusform>
            <numerusform>Once resumed it runs for %n minutes and costs running time from then on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each of them runs for %n minutes and takes part of this computer&apos;s time and memory again.</source>
        <translation>
            <numerusform>Each of them runs for %n minute and takes part of this computer&apos;s time and memory again.</numerusform>
            <numerusform>Each of them runs for %n minutes and takes part of this computer&apos;s time and memory again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each of them runs for %n minutes and costs running time from then on.</source>
        <translation>
            <numerusform>Each of them runs for %n minute and costs running time from then on.</numerusform>
            <numerusform>Each of them runs for %n minutes and costs running time from then on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::RunErrorBody</name>
    <message numerus="yes">
        <source>%n more place(s)</source>
        <translation>
            <numerusform>%n more place</numerusform>
            <numerusform>%n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::RunHtmlBody</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::RunTextBody</name>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <translation>
            <numerusform>Show %n line</numerusform>
            <numerusform>Show all %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::RunWords</name>
    <message numerus="yes">
        <source>%n run(s) before this one</source>
        <translation>
            <numerusform>%n run before this one</numerusform>
            <numerusform>%n runs before this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::ScreenPane</name>
    <message numerus="yes">
        <source>The sandbox restricts its traffic, and a service gives the token only to whoever creates the sandbox or connects to it. Once connected to, it runs for %n more minutes at least.</source>
        <translation>
            <numerusform>The sandbox restricts its traffic, and a service gives the token only to whoever creates the sandbox or connects to it. Once connected to, it runs for one more minute at least.</numerusform>
            <numerusform>The sandbox restricts its traffic, and a service gives the token only to whoever creates the sandbox or connects to it. Once connected to, it runs for %n more minutes at least.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::StatusFeed</name>
    <message numerus="yes">
        <source>%n sandbox(es)</source>
        <translation>
            <numerusform>%n sandbox</numerusform>
            <numerusform>%n sandboxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalView</name>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>Paste %n line into the terminal?</numerusform>
            <numerusform>Paste %n lines into the terminal?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::TransferStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::TransferText</name>
    <message numerus="yes">
        <source>%n transfer(s)</source>
        <translation>
            <numerusform>%n transfer</numerusform>
            <numerusform>%n transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) ended</source>
        <translation>
            <numerusform>%n transfer ended</numerusform>
            <numerusform>%n transfers ended</numerusform>
        </translation>
    </message>
</context>
</TS>
