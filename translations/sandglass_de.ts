<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 showed a certificate that is not trusted</source>
        <translation>%1 hat ein nicht vertrauenswürdiges Zertifikat vorgelegt</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>%1 rejected the key (401)</source>
        <translation>%1 hat den Schlüssel abgelehnt (401)</translation>
    </message>
    <message>
        <source>%1 does not allow this (403)</source>
        <translation>%1 erlaubt das nicht (403)</translation>
    </message>
    <message>
        <source>%1: not found</source>
        <translation>%1: nicht gefunden</translation>
    </message>
    <message>
        <source>%1 is in a state that does not allow this</source>
        <translation>%1 ist in einem Zustand, der das nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 asks to slow down (429)</source>
        <translation>%1 verlangt weniger Anfragen (429)</translation>
    </message>
    <message>
        <source>%1 reported an error of its own</source>
        <translation>%1 hat einen internen Fehler gemeldet</translation>
    </message>
    <message>
        <source>%1 gave an answer that is not the E2B protocol</source>
        <translation>%1 hat eine Antwort gegeben, die nicht dem E2B-Protokoll entspricht</translation>
    </message>
    <message>
        <source>%1: this computer could not do it</source>
        <translation>%1: auf diesem Computer fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 is set to read-only; nothing was sent</source>
        <translation>%1 ist auf „nur lesen“ gestellt; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Enter the key again.</source>
        <translation>Den Schlüssel erneut eingeben.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the address.</source>
        <translation>Nichts wurde gesendet. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check that the address is the API&apos;s.</source>
        <translation>Prüfen, ob es die Adresse der API ist.</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Die Adresse und das Netzwerk prüfen.</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Open the sandbox of the row</source>
        <translation>Sandbox der Zeile öffnen</translation>
    </message>
    <message>
        <source>Terminal of the row</source>
        <translation>Terminal der Zeile</translation>
    </message>
    <message>
        <source>Extend the rows by 30 minutes</source>
        <translation>Sandboxes der Zeilen um 30 Minuten verlängern</translation>
    </message>
    <message>
        <source>Next row at risk</source>
        <translation>Nächste gefährdete Zeile</translation>
    </message>
    <message>
        <source>Copy in the terminal</source>
        <translation>Im Terminal kopieren</translation>
    </message>
    <message>
        <source>Paste in the terminal</source>
        <translation>Im Terminal einfügen</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>Im Terminal suchen</translation>
    </message>
    <message>
        <source>About Sandglass</source>
        <translation>Über Sandglass</translation>
    </message>
    <message>
        <source>Lists live AI sandboxes, with charts and terminals. Looking changes nothing.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Zeigt laufende KI-Sandboxes mit Diagrammen und Terminals. Ansehen ändert nichts.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>Sandglass::Actions</name>
    <message>
        <source>&amp;New Sandbox…</source>
        <translation>&amp;Neue Sandbox…</translation>
    </message>
    <message>
        <source>Add &amp;Connection…</source>
        <translation>&amp;Verbindung hinzufügen…</translation>
    </message>
    <message>
        <source>Open &amp;This Computer</source>
        <translation>&amp;Diesen Computer öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sandglass &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>&amp;Terminal öffnen</translation>
    </message>
    <message>
        <source>&amp;Extend by 30 min</source>
        <translation>Um 30 min &amp;verlängern</translation>
    </message>
    <message>
        <source>&amp;Kill…</source>
        <translation>&amp;Beenden…</translation>
    </message>
    <message>
        <source>Copy &amp;Id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Ausblenden</translation>
    </message>
    <message>
        <source>New Terminal T&amp;ab</source>
        <translation>&amp;Neuer Terminal-Tab</translation>
    </message>
    <message>
        <source>Close Ta&amp;b</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>&amp;Fleet</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>Arbeits&amp;bereich</translation>
    </message>
    <message>
        <source>&amp;Side Bar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>Fi&amp;ltern</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Follow the &amp;Desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Sandglass</source>
        <translation>Ü&amp;ber Sandglass</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New sandbox (Ctrl+N)</source>
        <translation>Neue Sandbox (Strg+N)</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>Each chosen sandbox ends 30 minutes later (Ctrl+E)</source>
        <translation>Jede ausgewählte Sandbox endet 30 Minuten später (Strg+E)</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the chosen sandboxes for good (Shift+Del)</source>
        <translation>Die ausgewählten Sandboxes endgültig beenden (Umschalt+Entf)</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Sandbox</source>
        <translation>&amp;Sandbox</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Sandglass::Attention</name>
    <message>
        <source>CPU &gt; 95 % for %1 min</source>
        <translation>CPU &gt; 95 % seit %1 min</translation>
    </message>
    <message>
        <source>Memory full</source>
        <translation>Speicher voll</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>Noch %1 min</translation>
    </message>
    <message>
        <source>Less than 1 min left</source>
        <translation>Noch weniger als 1 min</translation>
    </message>
    <message>
        <source>Disk %1 full</source>
        <translation>Datenträger zu %1 voll</translation>
    </message>
    <message>
        <source>Gone %1, %2</source>
        <translation>Beendet um %1, %2</translation>
    </message>
    <message>
        <source>First sample in about 5 s</source>
        <translation>Erster Messwert in etwa 5 s</translation>
    </message>
</context>
<context>
    <name>Sandglass::CheckList</name>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird abgefragt…</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht abgefragt</translation>
    </message>
</context>
<context>
    <name>Sandglass::ColorChooser</name>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Olive or yellow</source>
        <translation>Oliv oder Gelb</translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionAction</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Not offered; CPU and memory read &quot;not reported&quot;.</source>
        <translation>Nicht angeboten; bei CPU und Speicher steht „nicht gemeldet“.</translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionBanners</name>
    <message>
        <source>This helps: %1</source>
        <translation>Das hilft: %1</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Re-enter key…</source>
        <translation>Schlüssel neu eingeben…</translation>
    </message>
    <message>
        <source>Accept as real</source>
        <translation>Leere Liste übernehmen</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Erneut starten</translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionDialog</name>
    <message>
        <source>&amp;Observe only: refuse everything that would change a sandbox</source>
        <translation>Nur &amp;beobachten: alles ablehnen, was eine Sandbox ändern würde</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>API &amp;address</source>
        <translation>API-&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation>&amp;Domain</translation>
    </message>
    <message>
        <source>Of the sandboxes&apos; own addresses.</source>
        <translation>Zu der die Adressen der Sandboxes gehören.</translation>
    </message>
    <message>
        <source>&amp;Sandbox address</source>
        <translation>Sandbo&amp;x-Adresse</translation>
    </message>
    <message>
        <source>Only where all sandboxes are reached through one address; else leave it empty.</source>
        <translation>Nur wenn alle Sandboxes über eine gemeinsame Adresse erreicht werden; sonst leer lassen.</translation>
    </message>
    <message>
        <source>Kept in the system keychain, never in a file in plain text.</source>
        <translation>Wird im Schlüsselbund des Systems gespeichert, nie im Klartext in einer Datei.</translation>
    </message>
    <message>
        <source>Without https the key can be read on the way.</source>
        <translation>Ohne https kann der Schlüssel unterwegs mitgelesen werden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Kept; paste another one to replace it</source>
        <translation>Gespeichert; zum Ersetzen einen anderen einfügen</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>Give it a name, such as prod: it stands beside each of its sandboxes.</source>
        <translation>Einen Namen angeben, etwa prod: Er steht neben jeder Sandbox dieser Verbindung.</translation>
    </message>
    <message>
        <source>Give the address of the API, such as https://api.e2b.app.</source>
        <translation>Die Adresse der API angeben, etwa https://api.e2b.app.</translation>
    </message>
    <message>
        <source>This is not an address. Write it as https://api.example.org.</source>
        <translation>Das ist keine Adresse. Schreibweise: https://api.example.org.</translation>
    </message>
    <message>
        <source>The address has to begin with https:// (or http:// on this computer).</source>
        <translation>Die Adresse muss mit https:// beginnen (auf diesem Computer auch mit http://).</translation>
    </message>
    <message>
        <source>The address names no host. Write it as https://api.example.org.</source>
        <translation>In der Adresse fehlt der Hostname. Schreibweise: https://api.example.org.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address; the key goes into its own field.</source>
        <translation>Benutzername und Passwort aus der Adresse weglassen; der Schlüssel hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>Leave out what follows the ? or # of the address.</source>
        <translation>Den Teil der Adresse ab ? oder # weglassen.</translation>
    </message>
    <message>
        <source>Only the name, without https://, such as e2b.app.</source>
        <translation>Nur der Name ohne https://, etwa e2b.app.</translation>
    </message>
    <message>
        <source>This is not a domain. Write it as e2b.app.</source>
        <translation>Das ist keine Domain. Schreibweise: e2b.app.</translation>
    </message>
    <message>
        <source>Paste the API key. The service shows it in its dashboard, under keys.</source>
        <translation>Den API-Schlüssel einfügen. Der Dienst zeigt ihn in seinem Dashboard unter „Keys“.</translation>
    </message>
    <message>
        <source>There is a blank inside the key. Copy it again, in one piece.</source>
        <translation>Der Schlüssel enthält ein Leerzeichen. Noch einmal in einem Stück kopieren.</translation>
    </message>
    <message>
        <source>The key has characters that no key has. Copy it again.</source>
        <translation>Der Schlüssel enthält ungültige Zeichen. Noch einmal kopieren.</translation>
    </message>
</context>
<context>
    <name>Sandglass::Connections</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionsModel</name>
    <message>
        <source>Key rejected</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>Antwort nicht verstanden</translation>
    </message>
    <message>
        <source>Service fails</source>
        <translation>Dienst gestört</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>List suddenly empty</source>
        <translation>Liste plötzlich leer</translation>
    </message>
    <message>
        <source>No metrics offered</source>
        <translation>Keine Metriken angeboten</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Cloud, read only</source>
        <translation>Cloud, nur lesen</translation>
    </message>
    <message>
        <source>Cloud, read and write</source>
        <translation>Cloud, lesen und schreiben</translation>
    </message>
    <message>
        <source>Service, read only</source>
        <translation>Dienst, nur lesen</translation>
    </message>
    <message>
        <source>Service, read and write</source>
        <translation>Dienst, lesen und schreiben</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>sandboxes: %1</source>
        <translation>Sandboxes: %1</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead of this computer&apos;s. Times left follow its clock.</source>
        <translation>Die Uhr dort geht gegenüber diesem Computer um %1 vor. Die Restzeiten richten sich nach ihr.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind this computer&apos;s. Times left follow its clock.</source>
        <translation>Die Uhr dort geht gegenüber diesem Computer um %1 nach. Die Restzeiten richten sich nach ihr.</translation>
    </message>
    <message>
        <source>The list is from %1.</source>
        <translation>Die Liste ist von %1.</translation>
    </message>
    <message>
        <source>Nothing has been listed yet.</source>
        <translation>Bisher wurde nichts aufgelistet.</translation>
    </message>
    <message>
        <source>%1 rejected the key (%2). %3</source>
        <translation>%1 hat den Schlüssel abgelehnt (%2). %3</translation>
    </message>
    <message>
        <source>%1 cannot be reached. %2</source>
        <translation>%1 ist nicht erreichbar. %2</translation>
    </message>
    <message>
        <source>%1 answers, but not as a sandbox service does. %2</source>
        <translation>%1 antwortet, aber nicht wie ein Sandbox-Dienst. %2</translation>
    </message>
    <message>
        <source>%1 reports a failure of its own (%2). %3</source>
        <translation>%1 meldet einen internen Fehler (%2). %3</translation>
    </message>
    <message>
        <source>%1 wants fewer requests (429). It is asked more slowly. %2</source>
        <translation>%1 verlangt weniger Anfragen (429). Es wird seltener abgefragt. %2</translation>
    </message>
    <message>
        <source>%1 returned no sandboxes, %2 a moment ago. Keeping the last known.</source>
        <translation>%1 hat keine Sandboxes gemeldet, eben waren es noch %2. Der letzte bekannte Stand bleibt stehen.</translation>
    </message>
</context>
<context>
    <name>Sandglass::DetailHeader</name>
    <message>
        <source>Copy the whole id</source>
        <translation>Vollständige ID kopieren</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Bereiche der Details</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>state, connection</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Sandglass::DurationEdit</name>
    <message>
        <source>5m, 2h or 300</source>
        <translation>5m, 2h oder 300</translation>
    </message>
    <message>
        <source>Say how long it may live: 5m, 2h or a number of seconds.</source>
        <translation>Angeben, wie lange sie laufen darf: 5m, 2h oder eine Zahl in Sekunden.</translation>
    </message>
    <message>
        <source>This is not a length of time. Write 5m, 2h, 1h 30m or a number of seconds.</source>
        <translation>Das ist keine Zeitdauer. Möglich sind 5m, 2h, 1h 30m oder eine Zahl in Sekunden.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>Höchstens %1.</translation>
    </message>
    <message>
        <source>At most %1 (%2).</source>
        <translation>Höchstens %1 (%2).</translation>
    </message>
</context>
<context>
    <name>Sandglass::ErrorBox</name>
    <message>
        <source>Command that helps</source>
        <translation>Befehl, der hilft</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Sandglass::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter leeren (Esc)</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows that match, all rows</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Sandglass::FirstRunPage</name>
    <message>
        <source>See what your sandboxes are doing</source>
        <translation>Sehen, was die Sandboxes tun</translation>
    </message>
    <message>
        <source>Sandglass lists live AI sandboxes with their charts and a terminal. Choose where to start. You can add the other one later.</source>
        <translation>Sandglass zeigt laufende KI-Sandboxes mit Diagrammen und einem Terminal. Einen Anfang wählen; das andere lässt sich später hinzufügen.</translation>
    </message>
    <message>
        <source>Try it on this computer</source>
        <translation>Auf diesem Computer ausprobieren</translation>
    </message>
    <message>
        <source>No account and no key</source>
        <translation>Ohne Konto und ohne Schlüssel</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>E2B cloud, self-hosted, or any compatible service</source>
        <translation>E2B-Cloud, selbst gehostet oder ein anderer kompatibler Dienst</translation>
    </message>
    <message>
        <source>Nothing has been sent so far</source>
        <translation>Bisher wurde nichts gesendet</translation>
    </message>
    <message>
        <source>Starts one sandbox here</source>
        <translation>Startet hier eine Sandbox</translation>
    </message>
    <message>
        <source>Isolated, with its own files, processes and network</source>
        <translation>Isoliert, mit eigenen Dateien, Prozessen und eigenem Netzwerk</translation>
    </message>
    <message>
        <source>Gives you a terminal and charts</source>
        <translation>Bietet ein Terminal und Diagramme</translation>
    </message>
    <message>
        <source>The same panels as for sandboxes in the cloud</source>
        <translation>Die gleichen Ansichten wie für Sandboxes in der Cloud</translation>
    </message>
    <message>
        <source>Ends by itself</source>
        <translation>Endet von selbst</translation>
    </message>
    <message>
        <source>After a time that you can extend whenever you like</source>
        <translation>Nach einer Zeit, die sich jederzeit verlängern lässt</translation>
    </message>
    <message>
        <source>Uses process isolation</source>
        <translation>Nutzt Prozessisolation</translation>
    </message>
    <message>
        <source>Weaker than a microVM: run only code that you trust</source>
        <translation>Schwächer als eine microVM: nur vertrauenswürdigen Code ausführen</translation>
    </message>
    <message>
        <source>Start a local sandbox</source>
        <translation>Lokale Sandbox starten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Kept in the system keychain, never in a file in plain text</source>
        <translation>Wird im Schlüsselbund des Systems gespeichert, nie im Klartext in einer Datei</translation>
    </message>
    <message>
        <source>Starts in Observe</source>
        <translation>Beginnt mit „Nur beobachten“</translation>
    </message>
    <message>
        <source>Looking never resumes, extends or changes a sandbox</source>
        <translation>Ansehen setzt nie eine Sandbox fort, verlängert oder ändert sie</translation>
    </message>
    <message>
        <source>Tests before it lists</source>
        <translation>Prüft vor dem Auflisten</translation>
    </message>
    <message>
        <source>API, list and metrics, with answer times</source>
        <translation>API, Liste und Metriken, mit Antwortzeiten</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Konto verbinden…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetPage</name>
    <message>
        <source>Fleet tools</source>
        <translation>Werkzeuge der Übersicht</translation>
    </message>
    <message>
        <source>Filter appears with the first sandbox</source>
        <translation>Der Filter erscheint mit der ersten Sandbox</translation>
    </message>
    <message>
        <source>cpu&gt;80, state:running, free text</source>
        <translation>cpu&gt;80, state:running, freier Text</translation>
    </message>
    <message>
        <source>0 of %1 match %2</source>
        <translation>0 von %1 passen zu %2</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Nichts in dieser Ansicht</translation>
    </message>
    <message numerus="yes">
        <source>%n sandbox(es) in all</source>
        <translation>
            <numerusform>Insgesamt %n Sandbox</numerusform>
            <numerusform>Insgesamt %n Sandboxes</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Nothing is running, and nothing is costing money</source>
        <translation>Nichts läuft, und nichts kostet Geld</translation>
    </message>
    <message>
        <source>A new sandbox appears here with its CPU and memory.</source>
        <translation>Eine neue Sandbox erscheint hier mit CPU und Speicher.</translation>
    </message>
    <message>
        <source>New sandbox</source>
        <translation>Neue Sandbox</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Warten auf eine Antwort</translation>
    </message>
    <message>
        <source>Not every connection has answered; their sandboxes are listed here when they do.</source>
        <translation>Nicht jede Verbindung hat geantwortet; ihre Sandboxen erscheinen hier, sobald sie es tut.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetQuery</name>
    <message>
        <source>%1: only cpu, mem, disk, left and age can be compared.</source>
        <translation>%1: Vergleichen lassen sich nur cpu, mem, disk, left und age.</translation>
    </message>
    <message>
        <source>%1: a length of time is missing, such as 30s, 10m, 2h or 1d.</source>
        <translation>%1: Es fehlt eine Zeitdauer, etwa 30s, 10m, 2h oder 1d.</translation>
    </message>
    <message>
        <source>%1: a number of percent is missing.</source>
        <translation>%1: Es fehlt eine Prozentzahl.</translation>
    </message>
    <message>
        <source>%1: what it should be is missing.</source>
        <translation>%1: Es fehlt der gesuchte Wert.</translation>
    </message>
    <message>
        <source>%1: states are starting, running, paused, killing, gone and unknown.</source>
        <translation>%1: Mögliche Zustände sind starting, running, paused, killing, gone und unknown.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetStatusBar</name>
    <message>
        <source>Observing</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n changes sent</source>
        <translation>
            <numerusform>%n Änderung gesendet</numerusform>
            <numerusform>%n Änderungen gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at a sandbox changes nothing in it and never extends its life. This counts the requests that did change something since Sandglass was started: create, extend, kill, and what you type into a terminal.</source>
        <translation>Das Ansehen einer Sandbox ändert nichts an ihr und verlängert nie ihre Laufzeit. Gezählt werden die Anfragen, die seit dem Start von Sandglass etwas geändert haben: Erstellen, Verlängern, Beenden und Eingaben in ein Terminal.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetText</name>
    <message>
        <source>%1s</source>
        <comment>seconds</comment>
        <translation>%1s</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>minutes</comment>
        <translation>%1m</translation>
    </message>
    <message>
        <source>%1h %2m</source>
        <comment>hours, minutes</comment>
        <translation>%1h %2m</translation>
    </message>
    <message>
        <source>%1d %2h</source>
        <comment>days, hours</comment>
        <translation>%1d %2h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird pausiert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Wird fortgesetzt</translation>
    </message>
    <message>
        <source>Killing</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch kein Messwert</translation>
    </message>
    <message>
        <source>no value, it is paused</source>
        <translation>kein Wert, sie ist pausiert</translation>
    </message>
    <message>
        <source>no value, it is not running</source>
        <translation>kein Wert, sie läuft nicht</translation>
    </message>
    <message>
        <source>not reported by this connection</source>
        <translation>von dieser Verbindung nicht gemeldet</translation>
    </message>
    <message>
        <source>time ran out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>killed from here</source>
        <translation>von hier aus</translation>
    </message>
    <message>
        <source>ended outside Sandglass</source>
        <translation>außerhalb von Sandglass</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>CPU, 60 min</source>
        <translation>CPU, 60 min</translation>
    </message>
    <message>
        <source>Memory, 60 min</source>
        <translation>Speicher, 60 min</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>kept</source>
        <comment>a paused sandbox has no end</comment>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Last answer %1</source>
        <translation>Letzte Antwort %1</translation>
    </message>
    <message>
        <source>%1, over the limit</source>
        <translation>%1, über dem Grenzwert</translation>
    </message>
    <message>
        <source>%1, %2, connection %3</source>
        <translation>%1, %2, Verbindung %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>value, how old it is</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>%1
Template %2</source>
        <translation>%1
Template %2</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Gone since %1: %2</source>
        <translation>Beendet am %1: %2</translation>
    </message>
    <message>
        <source>Paused since %1. It is kept until it is killed.</source>
        <translation>Pausiert seit %1. Sie bleibt erhalten, bis sie beendet wird.</translation>
    </message>
    <message>
        <source>The service reports a state that this version does not know.</source>
        <translation>Der Dienst meldet einen Zustand, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>%1 of %2 vCPU
Measured %3</source>
        <translation>%1 von %2 vCPU
Gemessen am %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3, and %4 of cache
Measured %5</source>
        <translation>%1: %2 von %3, dazu %4 Cache
Gemessen am %5</translation>
    </message>
    <message>
        <source>A paused sandbox does not end by itself.</source>
        <translation>Eine pausierte Sandbox endet nicht von selbst.</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>Endet am %1</translation>
    </message>
    <message>
        <source>Pauses %1</source>
        <translation>Wird pausiert am %1</translation>
    </message>
    <message>
        <source>Is killed %1</source>
        <translation>Wird beendet am %1</translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetView</name>
    <message>
        <source>Sandboxes</source>
        <translation>Sandboxes</translation>
    </message>
    <message>
        <source>Only a running sandbox can do this.</source>
        <translation>Das geht nur bei einer laufenden Sandbox.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Extend 30 min</source>
        <translation>Um 30 min verlängern</translation>
    </message>
    <message>
        <source>Copy Id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>It is gone already.</source>
        <translation>Sie ist bereits beendet.</translation>
    </message>
    <message>
        <source>Filter by This Value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetViewHeader</name>
    <message>
        <source>Fit &quot;%1&quot; to Its Content</source>
        <extracomment>%1 is the name of a column</extracomment>
        <translation>„%1“ an den Inhalt anpassen</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Sandglass::KillPopover</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Confirm the kill</source>
        <translation>Beenden bestätigen</translation>
    </message>
    <message>
        <source>Kill %1?</source>
        <translation>%1 beenden?</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>After this</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Gone for good, with all files in it.</source>
        <translation>Endgültig weg, mit allen Dateien darin.</translation>
    </message>
    <message numerus="yes">
        <source>Kill %n sandboxes?</source>
        <translation>
            <numerusform>%n Sandbox beenden?</numerusform>
            <numerusform>%n Sandboxes beenden?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n</source>
        <comment>button: kill that many sandboxes</comment>
        <translation>
            <numerusform>%n beenden</numerusform>
            <numerusform>%n beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>age, connection</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are gone for good, with their files.</source>
        <translation>Alle sind endgültig weg, mit ihren Dateien.</translation>
    </message>
</context>
<context>
    <name>Sandglass::MainWindow</name>
    <message>
        <source>Nothing was created</source>
        <translation>Nichts wurde erstellt</translation>
    </message>
    <message>
        <source>This computer cannot hold sandboxes yet</source>
        <translation>Auf diesem Computer können noch keine Sandboxes laufen</translation>
    </message>
</context>
<context>
    <name>Sandglass::MetadataEdit</name>
    <message>
        <source>Add a pair</source>
        <translation>Paar hinzufügen</translation>
    </message>
    <message>
        <source>A value needs a key. Name it, or take the row away.</source>
        <translation>Ein Wert braucht einen Schlüssel. Den Schlüssel angeben oder die Zeile entfernen.</translation>
    </message>
    <message>
        <source>The key %1 stands twice. A sandbox keeps one value for each key.</source>
        <translation>Der Schlüssel %1 kommt doppelt vor. Eine Sandbox hat je Schlüssel nur einen Wert.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Take this pair away</source>
        <translation>Dieses Paar entfernen</translation>
    </message>
</context>
<context>
    <name>Sandglass::MetricChart</name>
    <message>
        <source>%1, no sample</source>
        <translation>%1, kein Messwert</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <extracomment>a value and what it includes: &quot;3.6 GiB with cache&quot;</extracomment>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1, no sample yet</source>
        <translation>%1, noch kein Messwert</translation>
    </message>
    <message>
        <source>%1, not reported</source>
        <translation>%1, nicht gemeldet</translation>
    </message>
    <message>
        <source>, over its limit</source>
        <translation>, über dem Grenzwert</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>the last value of a sandbox that is gone, and when that was</extracomment>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>%1, dashed: + %2</source>
        <extracomment>&quot;3.2 of 4 GiB, dashed: + cache&quot; tells what the dashed line of the chart adds</extracomment>
        <translation>%1, gestrichelt: + %2</translation>
    </message>
    <message>
        <source>First sample in about 5 s</source>
        <translation>Erster Messwert in etwa 5 s</translation>
    </message>
    <message>
        <source>This service does not report it.</source>
        <translation>Dieser Dienst meldet das nicht.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <extracomment>memory or disk: %1 is used, %2 is there, %3 is the unit</extracomment>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>steady for %1 min</source>
        <extracomment>%1 is a number of minutes</extracomment>
        <translation>gleichbleibend seit %1 min</translation>
    </message>
    <message>
        <source>rising from %1 over %2 min</source>
        <extracomment>%1 is a percentage, %2 a number of minutes</extracomment>
        <translation>gestiegen von %1 in %2 min</translation>
    </message>
    <message>
        <source>falling from %1 over %2 min</source>
        <extracomment>%1 is a percentage, %2 a number of minutes</extracomment>
        <translation>gefallen von %1 in %2 min</translation>
    </message>
    <message>
        <source>%1; highest %2</source>
        <extracomment>%1 says how a value goes, %2 is its highest value</extracomment>
        <translation>%1; Höchstwert %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3 %4</source>
        <translation>%1 %2 von %3 %4</translation>
    </message>
</context>
<context>
    <name>Sandglass::NewSandboxAction</name>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>This connection is not open any more</source>
        <translation>Diese Verbindung ist nicht mehr offen</translation>
    </message>
    <message>
        <source>There is no template with this name</source>
        <translation>Es gibt kein Template mit diesem Namen</translation>
    </message>
    <message>
        <source>the local host</source>
        <translation>der lokale Host</translation>
    </message>
</context>
<context>
    <name>Sandglass::NewSandboxDialog</name>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>New sandbox</source>
        <translation>Neue Sandbox</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Template</translation>
    </message>
    <message>
        <source>An id or an alias.</source>
        <translation>Eine ID oder ein Alias.</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>&amp;Zeitlimit</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>Names and tags that the list can show and filter by, such as name or owner.</source>
        <translation>Namen und Merkmale, die die Liste anzeigen und nach denen sie filtern kann, etwa name oder owner.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>It ends by itself after this. At most %1.</source>
        <translation>Danach endet sie von selbst. Höchstens %1.</translation>
    </message>
    <message>
        <source>It ends by itself after this: 5m, 2h or seconds.</source>
        <translation>Danach endet sie von selbst: 5m, 2h oder Sekunden.</translation>
    </message>
    <message>
        <source>Name the template that it starts from, such as base.</source>
        <translation>Das Template angeben, mit dem sie startet, etwa base.</translation>
    </message>
</context>
<context>
    <name>Sandglass::Notices</name>
    <message>
        <source>Created %1</source>
        <translation>%1 erstellt</translation>
    </message>
    <message>
        <source>in %1 ms</source>
        <translation>in %1 ms</translation>
    </message>
    <message>
        <source>Extended %1</source>
        <translation>%1 verlängert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Restzeit %1</translation>
    </message>
    <message>
        <source>Killed %1</source>
        <translation>%1 beendet</translation>
    </message>
    <message>
        <source>%1 was not extended</source>
        <translation>%1 wurde nicht verlängert</translation>
    </message>
    <message>
        <source>%1 was not killed</source>
        <translation>%1 wurde nicht beendet</translation>
    </message>
    <message>
        <source>The key of %1 is kept until Sandglass quits</source>
        <translation>Der Schlüssel von %1 bleibt nur bis zum Beenden von Sandglass gespeichert</translation>
    </message>
    <message>
        <source>There is no key for %1</source>
        <translation>Für %1 gibt es keinen Schlüssel</translation>
    </message>
    <message>
        <source>The keychain</source>
        <translation>Der Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain did not take it, and keys are never written in plain text.</source>
        <translation>Der Schlüsselbund hat ihn nicht angenommen, und Schlüssel werden nie im Klartext geschrieben.</translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewFeed</name>
    <message>
        <source>Extend 30 min</source>
        <translation>Um 30 min verlängern</translation>
    </message>
    <message>
        <source>Kill…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Gone %1, %2</source>
        <translation>Beendet um %1, %2</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>pauses</source>
        <translation>wird dann pausiert</translation>
    </message>
    <message>
        <source>is killed</source>
        <translation>wird dann beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
            <numerusform>%n vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 offers no metrics: GET /sandboxes/metrics was not found.</source>
        <translation>%1 bietet keine Metriken an: GET /sandboxes/metrics wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Achtung</translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewView</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Charts show</source>
        <translation>Zeitraum der Diagramme</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>a time range of charts</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Charts show %1 minutes</source>
        <translation>Zeitraum der Diagramme: %1 Minuten</translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewViewFacts</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy the whole id</source>
        <translation>Vollständige ID kopieren</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>%1 disk</source>
        <extracomment>the size of a sandbox&apos;s disk</extracomment>
        <translation>%1 Datenträger</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>envd</source>
        <translation>envd</translation>
    </message>
</context>
<context>
    <name>Sandglass::SandboxPane</name>
    <message>
        <source>Overview</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
</context>
<context>
    <name>Sandglass::SideBar</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>None yet. They are listed here with their answer time and count.</source>
        <translation>Noch keine. Sie werden hier mit Antwortzeit und Anzahl aufgelistet.</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a view and its count</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>Sandglass::StartLocalHostOperation</name>
    <message>
        <source>The program sandglass-host is missing beside Sandglass.</source>
        <translation>Das Programm sandglass-host fehlt neben Sandglass.</translation>
    </message>
    <message>
        <source>Checking what this computer can do</source>
        <translation>Es wird geprüft, was dieser Computer kann</translation>
    </message>
    <message>
        <source>The local host gave an unexpected answer: %1</source>
        <translation>Der lokale Host hat unerwartet geantwortet: %1</translation>
    </message>
    <message>
        <source>Starting the local host</source>
        <translation>Der lokale Host wird gestartet</translation>
    </message>
    <message>
        <source>The local host cannot be run: %1</source>
        <translation>Der lokale Host lässt sich nicht starten: %1</translation>
    </message>
    <message>
        <source>The local host ended with code %1.</source>
        <translation>Der lokale Host wurde mit dem Code %1 beendet.</translation>
    </message>
    <message>
        <source>The local host does not answer.</source>
        <translation>Der lokale Host antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>Sandglass::StatusFeed</name>
    <message numerus="yes">
        <source>%n sandbox(es)</source>
        <translation>
            <numerusform>%n Sandbox</numerusform>
            <numerusform>%n Sandboxes</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Order held for %1 s while you point</source>
        <translation>Reihenfolge seit %1 s angehalten (Mauszeiger auf der Liste)</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Aktualisiert %1</translation>
    </message>
    <message>
        <source>has a problem</source>
        <translation>hat ein Problem</translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalFindBar</name>
    <message>
        <source>Find in the terminal</source>
        <translation>Im Terminal suchen</translation>
    </message>
    <message>
        <source>Previous (Enter)</source>
        <translation>Vorheriges (Eingabe)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter)</source>
        <translation>Nächstes (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Leave the search (Esc)</source>
        <translation>Suche verlassen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalPane</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>Neues Terminal</translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalSession</name>
    <message>
        <source>Opening a terminal…</source>
        <translation>Ein Terminal wird geöffnet…</translation>
    </message>
    <message>
        <source>This sandbox is not running.</source>
        <translation>Diese Sandbox läuft nicht.</translation>
    </message>
    <message>
        <source>The sandbox is paused. Nothing was sent to it, for that could wake it.</source>
        <translation>Die Sandbox ist pausiert. Nichts wurde an sie gesendet, denn das könnte sie wecken.</translation>
    </message>
    <message>
        <source>The connection was lost and is back. What the shell printed meanwhile is missing.</source>
        <translation>Die Verbindung war unterbrochen und steht wieder. Die Ausgabe der Shell aus dieser Zeit fehlt.</translation>
    </message>
    <message>
        <source>Output came too fast: %1 were skipped.</source>
        <translation>Die Ausgabe kam zu schnell: %1 übersprungen.</translation>
    </message>
    <message>
        <source>The shell was ended: %1.</source>
        <translation>Die Shell wurde abgebrochen: %1.</translation>
    </message>
    <message>
        <source>The shell ended with exit code %1.</source>
        <translation>Die Shell wurde mit dem Exit-Code %1 beendet.</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Die Sandbox</translation>
    </message>
    <message>
        <source>What you typed did not arrive. %1</source>
        <translation>Die Eingabe ist nicht angekommen. %1</translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalSurface</name>
    <message>
        <source>%1 of output came too fast and is not shown</source>
        <translation>%1 Ausgabe kamen zu schnell und werden nicht angezeigt</translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalTabs</name>
    <message>
        <source>Terminals</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>New terminal (Ctrl+Shift+T)</source>
        <translation>Neues Terminal (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>Neues Terminal</translation>
    </message>
    <message>
        <source>No terminal is open</source>
        <translation>Kein Terminal ist geöffnet</translation>
    </message>
    <message>
        <source>A terminal starts a login shell in the sandbox. It does not change how long the sandbox lives.</source>
        <translation>Ein Terminal startet eine Login-Shell in der Sandbox. Es ändert nicht, wie lange die Sandbox läuft.</translation>
    </message>
    <message>
        <source>Open a terminal</source>
        <translation>Terminal öffnen</translation>
    </message>
    <message>
        <source>Shell %1</source>
        <translation>Shell %1</translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>A shell in the sandbox. Plain keys go to it; Ctrl+Tab leaves it.</source>
        <translation>Eine Shell in der Sandbox. Normale Tasten gehen an die Shell; Strg+Tab verlässt sie.</translation>
    </message>
    <message>
        <source>Paste into the terminal</source>
        <translation>In das Terminal einfügen</translation>
    </message>
    <message>
        <source>The text holds characters that cannot be seen.</source>
        <translation>Der Text enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>They are left out. Check that what remains is what you meant to paste.</source>
        <translation>Sie werden weggelassen. Prüfen, ob der übrige Text wirklich eingefügt werden soll.</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>%n Zeile in das Terminal einfügen?</numerusform>
            <numerusform>%n Zeilen in das Terminal einfügen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The program there runs each line as soon as it arrives.</source>
        <translation>Das Programm dort führt jede Zeile aus, sobald sie ankommt.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+Shift+C</source>
        <translation>&amp;Kopieren	Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>&amp;Paste	Ctrl+Shift+V</source>
        <translation>&amp;Einfügen	Strg+Umschalt+V</translation>
    </message>
    <message>
        <source>Select &amp;All	Ctrl+Shift+A</source>
        <translation>Alles &amp;auswählen	Strg+Umschalt+A</translation>
    </message>
    <message>
        <source>&amp;Find…	Ctrl+Shift+F</source>
        <translation>&amp;Suchen…	Strg+Umschalt+F</translation>
    </message>
    <message>
        <source>C&amp;lear Scrollback</source>
        <translation>Ver&amp;lauf leeren</translation>
    </message>
</context>
<context>
    <name>Sandglass::WorkspaceBar</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation>Strg+%1</translation>
    </message>
</context>
<context>
    <name>Sandglass::WorkspacePage</name>
    <message>
        <source>Opened sandboxes</source>
        <translation>Geöffnete Sandboxes</translation>
    </message>
    <message>
        <source>No sandbox is open</source>
        <translation>Keine Sandbox ist geöffnet</translation>
    </message>
    <message>
        <source>Open one from the fleet with Enter; it stays here as a tab.</source>
        <translation>In der Übersicht eine mit Enter öffnen; sie bleibt hier als Tab.</translation>
    </message>
    <message>
        <source>Show the fleet</source>
        <translation>Übersicht anzeigen</translation>
    </message>
</context>
</TS>
