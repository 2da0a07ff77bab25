<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CommandLine</name>
    <message>
        <source>Watches and runs AI sandboxes.</source>
        <translation>Beobachtet und startet KI-Sandboxes.</translation>
    </message>
    <message>
        <source>A VNC server to look at.</source>
        <translation>Ein VNC-Server zum Ansehen.</translation>
    </message>
    <message>
        <source>One address at a time can be opened.</source>
        <translation>Es lässt sich nur eine Adresse auf einmal öffnen.</translation>
    </message>
</context>
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
        <source>%1: Sandglass did not do this</source>
        <translation>%1: Sandglass hat das nicht getan</translation>
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
    <message>
        <source>Open E&amp;ditor</source>
        <translation>&amp;Editor öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Files</source>
        <translation>&amp;Dateien öffnen</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>Fo&amp;rtsetzen…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start the paused ones among the chosen sandboxes again (Ctrl+R)</source>
        <translation>Die pausierten unter den ausgewählten Sandboxes wieder starten (Strg+R)</translation>
    </message>
    <message>
        <source>Open &amp;Screen</source>
        <translation>Bild&amp;schirm öffnen</translation>
    </message>
    <message>
        <source>Dis&amp;miss</source>
        <translation>&amp;Ausblenden</translation>
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
    <name>Sandglass::CloseAction</name>
    <message>
        <source>Closing the sandbox&apos;s tab loses what was changed in them.</source>
        <translation>Wird der Tab der Sandbox geschlossen, gehen die Änderungen verloren.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Quitting loses what was changed in them.</source>
        <translation>Wird Sandglass beendet, gehen die Änderungen verloren.</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Ohne Speichern beenden</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are not saved</source>
        <translation>
            <numerusform>%n Text ist nicht gespeichert</numerusform>
            <numerusform>%n Texte sind nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing the sandbox&apos;s tab breaks the transfers off: only files that have arrived by then stay.</source>
        <translation>Wird der Tab der Sandbox geschlossen, werden die Übertragungen abgebrochen: Nur Dateien, die bis dahin angekommen sind, bleiben.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Quitting breaks the transfers off: only files that have arrived by then stay.</source>
        <translation>Beim Beenden werden die Übertragungen abgebrochen: Nur Dateien, die bis dahin angekommen sind, bleiben.</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) are under way</source>
        <translation>
            <numerusform>%n Übertragung läuft noch</numerusform>
            <numerusform>%n Übertragungen laufen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht fertig</translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeEditor</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Not pasted: a line of it has %L1 characters, at most %L2 can be edited here.</source>
        <translation>Nicht eingefügt: Eine Zeile davon hat %L1 Zeichen, hier lassen sich höchstens %L2 bearbeiten.</translation>
    </message>
    <message>
        <source>%1, a character that cannot be seen</source>
        <translation>%1, ein unsichtbares Zeichen</translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeFindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorheriges (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächstes (Eingabe)</translation>
    </message>
    <message>
        <source>Leave the search (Esc)</source>
        <translation>Suche verlassen (Esc)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of the search</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeGotoBar</name>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile gehen</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>von %L1</translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeLanguages</name>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeRunner</name>
    <message>
        <source>A part of the output could not be read</source>
        <translation>Ein Teil der Ausgabe war nicht lesbar</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>Vor dem Beginn gestoppt.</translation>
    </message>
    <message>
        <source>The context was restarted</source>
        <translation>Der Kontext wurde neu gestartet</translation>
    </message>
    <message>
        <source>What it held is gone.</source>
        <translation>Sein Inhalt ist weg.</translation>
    </message>
    <message>
        <source>The context was not restarted</source>
        <translation>Der Kontext wurde nicht neu gestartet</translation>
    </message>
</context>
<context>
    <name>Sandglass::CodeSession</name>
    <message>
        <source>No code interpreter answers in this sandbox.</source>
        <translation>In dieser Sandbox antwortet kein Code-Interpreter.</translation>
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
    <name>Sandglass::ConfirmPopover</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
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
    <name>Sandglass::DesktopDrivingBar</name>
    <message>
        <source>Driving</source>
        <translation>Gesteuert seit</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Ctrl+Alt</source>
        <translation>Strg+Alt</translation>
    </message>
    <message>
        <source>Special keys</source>
        <translation>Sondertasten</translation>
    </message>
    <message>
        <source>Keys that your own system would keep for itself</source>
        <translation>Tasten, die das eigene System sonst für sich behält</translation>
    </message>
    <message>
        <source>You are driving %1</source>
        <translation>%1 wird von hier aus gesteuert</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>· released without input in</source>
        <comment>followed by a time</comment>
        <translation>· Rückgabe ohne Eingabe in</translation>
    </message>
    <message>
        <source>Every key and click goes to this screen</source>
        <translation>Jede Taste und jeder Klick geht an diesen Bildschirm</translation>
    </message>
</context>
<context>
    <name>Sandglass::DesktopHint</name>
    <message>
        <source>Press and let go</source>
        <comment>followed by the keys Ctrl and Alt</comment>
        <translation>Drücken und Loslassen von</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>a key</comment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <comment>a key</comment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>to hand back · only this chord, F12 and your system&apos;s own keys stay here</source>
        <translation>gibt die Steuerung zurück · nur diese Tasten, F12 und die des eigenen Systems bleiben hier</translation>
    </message>
</context>
<context>
    <name>Sandglass::DesktopKeysMenu</name>
    <message>
        <source>Special keys</source>
        <translation>Sondertasten</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Del</source>
        <translation>Strg+Alt+Entf</translation>
    </message>
    <message>
        <source>Alt+Tab</source>
        <translation>Alt+Tab</translation>
    </message>
    <message>
        <source>Alt+F4</source>
        <translation>Alt+F4</translation>
    </message>
    <message>
        <source>Ctrl+Esc</source>
        <translation>Strg+Esc</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>F1 to F12</source>
        <translation>F1 bis F12</translation>
    </message>
    <message>
        <source>Ctrl+Alt with F1 to F12</source>
        <translation>Strg+Alt mit F1 bis F12</translation>
    </message>
    <message>
        <source>F%1</source>
        <translation>F%1</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F%1</source>
        <translation>Strg+Alt+F%1</translation>
    </message>
</context>
<context>
    <name>Sandglass::DesktopNotice</name>
    <message>
        <source>Password of the screen</source>
        <translation>Passwort des Bildschirms</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>Sandglass::DesktopSession</name>
    <message>
        <source>The password was not accepted.</source>
        <translation>Das Passwort wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The sandbox was not found. It may have ended just now.</source>
        <translation>Die Sandbox wurde nicht gefunden. Vielleicht wurde sie gerade beendet.</translation>
    </message>
    <message>
        <source>Waiting until the old stream has ended</source>
        <translation>Warten auf das Ende des alten Streams</translation>
    </message>
</context>
<context>
    <name>Sandglass::DesktopToolBar</name>
    <message>
        <source>View only</source>
        <translation>Nur ansehen</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Screenshot</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Special keys</source>
        <translation>Sondertasten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Stop stream</source>
        <translation>Stream stoppen</translation>
    </message>
    <message>
        <source>Take control</source>
        <translation>Steuerung übernehmen</translation>
    </message>
    <message>
        <source>C</source>
        <comment>a key</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>How large the screen is shown, in pixels of this one</source>
        <translation>Wie groß der Bildschirm angezeigt wird, in Pixeln des eigenen Bildschirms</translation>
    </message>
    <message>
        <source>Special keys: only while you are driving</source>
        <translation>Sondertasten: nur während der Steuerung</translation>
    </message>
    <message>
        <source>Fit, %1 %</source>
        <translation>Eingepasst, %1 %</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Eingepasst</translation>
    </message>
    <message>
        <source>There is no live screen</source>
        <translation>Es gibt kein Live-Bild</translation>
    </message>
    <message>
        <source>Nothing you type is sent</source>
        <translation>Eingaben werden nicht gesendet</translation>
    </message>
    <message>
        <source>Keep a picture of the whole screen (F12)</source>
        <translation>Ein Bild des ganzen Bildschirms speichern (F12)</translation>
    </message>
    <message>
        <source>No key and no click of yours is sent to this screen</source>
        <translation>Weder Tasten noch Klicks gehen an diesen Bildschirm</translation>
    </message>
    <message>
        <source>Send keys and the pointer to this screen (C)</source>
        <translation>Tasten und Mauszeiger an diesen Bildschirm senden (C)</translation>
    </message>
</context>
<context>
    <name>Sandglass::DesktopView</name>
    <message>
        <source>Screen of %1, no picture</source>
        <translation>Bildschirm von %1, kein Bild</translation>
    </message>
    <message>
        <source>Nothing is shown and nothing is sent.</source>
        <translation>Nichts wird angezeigt und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Screen of %1, you are driving, %2 by %3</source>
        <translation>Bildschirm von %1, von hier aus gesteuert, %2 mal %3</translation>
    </message>
    <message>
        <source>Screen of %1, last picture, %2 by %3</source>
        <translation>Bildschirm von %1, letztes Bild, %2 mal %3</translation>
    </message>
    <message>
        <source>Screen of %1, view only, %2 by %3</source>
        <translation>Bildschirm von %1, nur ansehen, %2 mal %3</translation>
    </message>
    <message>
        <source>Nothing you type is sent. Press C to take control.</source>
        <translation>Eingaben werden nicht gesendet. C drücken, um die Steuerung zu übernehmen.</translation>
    </message>
    <message>
        <source>a computer without a name</source>
        <translation>eines Rechners ohne Namen</translation>
    </message>
    <message>
        <source>Every key and click goes to this screen. Press Ctrl and Alt together and let them go to hand back.</source>
        <translation>Jede Taste und jeder Klick geht an diesen Bildschirm. Zum Zurückgeben Strg und Alt zusammen drücken und loslassen.</translation>
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
    <name>Sandglass::EditorDesk</name>
    <message>
        <source>sample.py</source>
        <translation>beispiel.py</translation>
    </message>
    <message>
        <source>untitled %1</source>
        <extracomment>a text without a file, numbered</extracomment>
        <translation>unbenannt %1</translation>
    </message>
    <message>
        <source>%1 was saved, but its former permissions could not be kept.</source>
        <translation>%1 wurde gespeichert, aber die bisherigen Zugriffsrechte ließen sich nicht erhalten.</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorPage</name>
    <message>
        <source>It is not UTF-8 text: saving it from here would damage it.</source>
        <translation>Es ist kein UTF-8-Text: Speichern von hier aus würde ihn beschädigen.</translation>
    </message>
    <message>
        <source>It holds characters that the editor cannot keep.</source>
        <translation>Der Text enthält Zeichen, die der Editor nicht erhalten kann.</translation>
    </message>
    <message>
        <source>Lines of more than %L1 characters are shown shortened.</source>
        <translation>Zeilen mit mehr als %L1 Zeichen werden gekürzt angezeigt.</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>Nur lesen.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Changed in the sandbox.</source>
        <translation>In der Sandbox geändert.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Takes the sandbox&apos;s version; your changes are gone</source>
        <translation>Übernimmt die Fassung der Sandbox; die eigenen Änderungen sind dann weg</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Saves your version; that of the sandbox is gone</source>
        <translation>Speichert die eigene Fassung; die der Sandbox ist dann weg</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Nicht gespeichert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 is not saved.</source>
        <comment>name of a text</comment>
        <translation>%1 ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorPane</name>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No code interpreter answers</source>
        <translation>Kein Code-Interpreter antwortet</translation>
    </message>
    <message>
        <source>Code runs in sandboxes of a template that has one, such as %1. Files of this sandbox can be edited and saved all the same.</source>
        <translation>Code läuft in Sandboxes mit einem Template, das einen Code-Interpreter enthält, etwa %1. Dateien dieser Sandbox lassen sich trotzdem bearbeiten und speichern.</translation>
    </message>
    <message>
        <source>New sandbox from %1</source>
        <translation>Neue Sandbox mit %1</translation>
    </message>
    <message>
        <source>This sandbox is paused</source>
        <translation>Diese Sandbox ist pausiert</translation>
    </message>
    <message>
        <source>Code cannot be run here</source>
        <translation>Code lässt sich hier nicht ausführen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Save in the sandbox</source>
        <translation>In der Sandbox speichern</translation>
    </message>
    <message>
        <source>Path in the sandbox:</source>
        <translation>Pfad in der Sandbox:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>The result was not saved</source>
        <translation>Das Ergebnis wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>This sandbox is being resumed</source>
        <translation>Diese Sandbox wird fortgesetzt</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorResults</name>
    <message>
        <source>Nothing was run yet</source>
        <translation>Noch wurde nichts ausgeführt</translation>
    </message>
    <message>
        <source>What the code prints, gives and draws is shown here.</source>
        <translation>Was der Code ausgibt, zurückgibt und zeichnet, erscheint hier.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Clear the results</source>
        <translation>Ergebnisse leeren</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorStatusRow</name>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Go to the next one</source>
        <translation>Zum nächsten gehen</translation>
    </message>
    <message>
        <source>Line %L1, column %L2</source>
        <translation>Zeile %L1, Spalte %L2</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>Spaces: %1</source>
        <translation>Leerzeichen: %1</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>%1, without colours: more than 512 KiB</source>
        <comment>language</comment>
        <translation>%1, ohne Farben: mehr als 512 KiB</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved to the sandbox</source>
        <translation>
            <numerusform>%n Änderung nicht in der Sandbox gespeichert</numerusform>
            <numerusform>%n Änderungen nicht in der Sandbox gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not in the sandbox yet</source>
        <translation>Noch nicht in der Sandbox</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be seen</source>
        <translation>
            <numerusform>%n unsichtbares Zeichen</numerusform>
            <numerusform>%n unsichtbare Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorTabMark</name>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close, not saved</source>
        <translation>Schließen, nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorTabs</name>
    <message>
        <source>Open texts</source>
        <translation>Geöffnete Texte</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorToolBar</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run the whole text (Ctrl+Enter)</source>
        <translation>Den ganzen Text ausführen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Run cell</source>
        <translation>Zelle ausführen</translation>
    </message>
    <message>
        <source>Run the selection or the cell, and move on (Shift+Enter)</source>
        <translation>Die Auswahl oder die Zelle ausführen und weitergehen (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop what runs (Ctrl+.)</source>
        <translation>Den laufenden Code stoppen (Strg+.)</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Restart the context: its variables are gone (Ctrl+Shift+.)</source>
        <translation>Den Kontext neu starten: Seine Variablen sind dann weg (Strg+Umschalt+.)</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Restarting the context…</source>
        <translation>Der Kontext wird neu gestartet…</translation>
    </message>
    <message>
        <source>New %1 context</source>
        <comment>name of a language</comment>
        <translation>Neuer %1-Kontext</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>Variables are shared by what runs in one context</source>
        <translation>Was in einem Kontext läuft, teilt sich die Variablen</translation>
    </message>
</context>
<context>
    <name>Sandglass::EditorView</name>
    <message>
        <source>No text is open.</source>
        <translation>Kein Text ist geöffnet.</translation>
    </message>
    <message>
        <source>Not a file of the sandbox yet</source>
        <translation>Noch keine Datei der Sandbox</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>No text is open</source>
        <translation>Kein Text ist geöffnet</translation>
    </message>
    <message>
        <source>Open a file of the sandbox, or begin with a new text.</source>
        <translation>Eine Datei der Sandbox öffnen oder mit einem neuen Text beginnen.</translation>
    </message>
    <message>
        <source>%1, lines %2 to %3</source>
        <comment>name of a text</comment>
        <translation>%1, Zeilen %2 bis %3</translation>
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
    <name>Sandglass::FileActions</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Parent folder</source>
        <translation>Übergeordneter Ordner</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>Hochladen…</translation>
    </message>
    <message>
        <source>Save to this computer…</source>
        <translation>Auf diesem Computer speichern…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Hidden files</source>
        <translation>Versteckte Dateien</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileActs</name>
    <message>
        <source>This name is taken.</source>
        <translation>Dieser Name ist vergeben.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileDelegate</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileDesk</name>
    <message numerus="yes">
        <source>%1: %2 %n other(s) failed as well, %3 arrived.</source>
        <translation>
            <numerusform>%1: %2 Ebenfalls fehlgeschlagen: %n, angekommen: %3.</numerusform>
            <numerusform>%1: %2 Ebenfalls fehlgeschlagen: %n, angekommen: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n special file(s) and link(s) to folders were left out</source>
        <translation>
            <numerusform>%n Spezialdatei oder Verknüpfung zu einem Ordner wurde ausgelassen</numerusform>
            <numerusform>%n Spezialdateien und Verknüpfungen zu Ordnern wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>the former permissions could not be kept</source>
        <translation>die bisherigen Zugriffsrechte ließen sich nicht erhalten</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileName</name>
    <message>
        <source>Type a name.</source>
        <translation>Einen Namen eingeben.</translation>
    </message>
    <message>
        <source>A name cannot contain “/”.</source>
        <translation>Ein Name darf kein „/“ enthalten.</translation>
    </message>
    <message>
        <source>“%1” has a meaning of its own and cannot be a name.</source>
        <translation>„%1“ hat eine eigene Bedeutung und kann kein Name sein.</translation>
    </message>
    <message>
        <source>This name is too long: %1 of 255 bytes.</source>
        <translation>Dieser Name ist zu lang: %1 von 255 Byte.</translation>
    </message>
    <message>
        <source>This name is taken. Nothing was changed.</source>
        <translation>Dieser Name ist vergeben. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileNameEdit</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileRemovePopover</name>
    <message>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Confirm the removal</source>
        <translation>Löschen bestätigen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>After this</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Gone for good, with all that is in it.</source>
        <translation>Endgültig weg, mit allem darin.</translation>
    </message>
    <message>
        <source>Gone for good.</source>
        <translation>Endgültig weg.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n items?</source>
        <translation>
            <numerusform>%n Element löschen?</numerusform>
            <numerusform>%n Elemente löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n</source>
        <comment>button: remove that many items</comment>
        <translation>
            <numerusform>%n löschen</numerusform>
            <numerusform>%n löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>folder, with all that is in it</source>
        <translation>Ordner, mit allem darin</translation>
    </message>
    <message>
        <source>All of them are gone for good.</source>
        <translation>Alle sind endgültig weg.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileText</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Zugriffsrechte</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>link to a folder</source>
        <translation>Verknüpfung zu einem Ordner</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>link to a file</source>
        <translation>Verknüpfung zu einer Datei</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>link to nothing</source>
        <translation>Verknüpfung ins Leere</translation>
    </message>
    <message>
        <source>special file</source>
        <translation>Spezialdatei</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Link to %1</source>
        <translation>Verknüpfung zu %1</translation>
    </message>
    <message>
        <source>Owner %1, group %2</source>
        <translation>Eigentümer %1, Gruppe %2</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileTreeModel</name>
    <message>
        <source>Changes do not show by themselves. %1</source>
        <translation>Änderungen erscheinen nicht von selbst. %1</translation>
    </message>
    <message>
        <source>Changes do not show by themselves: too many folders are open.</source>
        <translation>Änderungen erscheinen nicht von selbst: Zu viele Ordner sind geöffnet.</translation>
    </message>
</context>
<context>
    <name>Sandglass::FileTreeView</name>
    <message>
        <source>Files of the sandbox</source>
        <translation>Dateien der Sandbox</translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s) to %1</source>
        <translation>
            <numerusform>%n Datei nach %1 hochladen</numerusform>
            <numerusform>%n Dateien nach %1 hochladen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FilesFeed</name>
    <message>
        <source>%1 was not removed</source>
        <translation>%1 wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>This connection only observes: nothing may be changed.</source>
        <translation>Diese Verbindung beobachtet nur: Nichts darf geändert werden.</translation>
    </message>
    <message>
        <source>This sandbox is paused</source>
        <translation>Diese Sandbox ist pausiert</translation>
    </message>
    <message>
        <source>This sandbox is not running</source>
        <translation>Diese Sandbox läuft nicht</translation>
    </message>
    <message>
        <source>The files cannot be looked at</source>
        <translation>Die Dateien lassen sich nicht ansehen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>Der Name ist vergeben</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 ist dort bereits vorhanden</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Names are taken</source>
        <translation>Namen sind vergeben</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are taken in %1</source>
        <translation>
            <numerusform>%n Name ist in %1 vergeben</numerusform>
            <numerusform>%n Namen sind in %1 vergeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Diese auslassen</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>This sandbox is being resumed</source>
        <translation>Diese Sandbox wird fortgesetzt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume this sandbox?</source>
        <translation>Diese Sandbox fortsetzen?</translation>
    </message>
</context>
<context>
    <name>Sandglass::FilesToolBar</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Folder that new files go to</source>
        <translation>Ordner für neue Dateien</translation>
    </message>
    <message>
        <source>Files at %1</source>
        <comment>a time</comment>
        <translation>Dateien um %1</translation>
    </message>
</context>
<context>
    <name>Sandglass::FilesView</name>
    <message>
        <source>Last known at %1. %2</source>
        <translation>Zuletzt bekannt um %1. %2</translation>
    </message>
    <message>
        <source>This folder is empty</source>
        <translation>Dieser Ordner ist leer</translation>
    </message>
    <message>
        <source>Drop files here, or choose some.</source>
        <translation>Dateien hier ablegen oder auswählen.</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Dateien hochladen…</translation>
    </message>
    <message>
        <source>This folder could not be listed</source>
        <translation>Dieser Ordner ließ sich nicht auflisten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The sandbox cannot be reached now.</source>
        <translation>Die Sandbox ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>Choose a file or folder first.</source>
        <translation>Zuerst eine Datei oder einen Ordner auswählen.</translation>
    </message>
    <message>
        <source>Choose something inside this folder.</source>
        <translation>Etwas in diesem Ordner auswählen.</translation>
    </message>
    <message>
        <source>List again</source>
        <translation>Neu auflisten</translation>
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
    <message numerus="yes">
        <source>Driving %n screen(s)</source>
        <translation>
            <numerusform>%n Bildschirm wird gesteuert</numerusform>
            <numerusform>%n Bildschirme werden gesteuert</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at a sandbox changes nothing in it and never extends its life. This counts the requests that did change something since Sandglass was started: create, extend, resume, kill, what you type into a terminal, and each time that you drove a screen.</source>
        <translation>Das Ansehen einer Sandbox ändert nichts an ihr und verlängert nie ihre Laufzeit. Gezählt werden die Anfragen, die seit dem Start von Sandglass etwas geändert haben: Erstellen, Verlängern, Fortsetzen, Beenden, Eingaben in ein Terminal und jedes Steuern eines Bildschirms.</translation>
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
    <message>
        <source>Resume…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Only a paused sandbox can be resumed.</source>
        <translation>Nur eine pausierte Sandbox lässt sich fortsetzen.</translation>
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
    <name>Sandglass::FollowedSandbox</name>
    <message>
        <source>This sandbox is gone.</source>
        <translation>Diese Sandbox ist beendet.</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Die Sandbox</translation>
    </message>
</context>
<context>
    <name>Sandglass::KillPopover</name>
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
    <message>
        <source>Resumed %1</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>It runs for %1</source>
        <translation>Sie läuft %1</translation>
    </message>
    <message>
        <source>%1 was not resumed</source>
        <translation>%1 wurde nicht fortgesetzt</translation>
    </message>
    <message>
        <source>There is no traffic token for %1</source>
        <translation>Für %1 gibt es kein Traffic-Token</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Screenshot %1</source>
        <translation>Screenshot %1</translation>
    </message>
    <message>
        <source>On the clipboard and in %1</source>
        <translation>In der Zwischenablage und in %1</translation>
    </message>
</context>
<context>
    <name>Sandglass::OpenDesktopOperation</name>
    <message>
        <source>Looking for a display</source>
        <translation>Suche nach einer Anzeige</translation>
    </message>
    <message>
        <source>Starting the display</source>
        <translation>Start der Anzeige</translation>
    </message>
    <message>
        <source>Xvfb did not come up.</source>
        <translation>Xvfb ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Looking for the desktop session</source>
        <translation>Suche nach der Desktop-Sitzung</translation>
    </message>
    <message>
        <source>Starting the desktop session</source>
        <translation>Start der Desktop-Sitzung</translation>
    </message>
    <message>
        <source>Xfce did not come up.</source>
        <translation>Xfce ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Looking for the VNC server</source>
        <translation>Suche nach dem VNC-Server</translation>
    </message>
    <message>
        <source>Starting the VNC server</source>
        <translation>Start des VNC-Servers</translation>
    </message>
    <message>
        <source>No folder could be made for its password.</source>
        <translation>Für sein Passwort ließ sich kein Ordner anlegen.</translation>
    </message>
    <message>
        <source>Its password could not be stored.</source>
        <translation>Sein Passwort ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>x11vnc ended with code %1.</source>
        <translation>x11vnc wurde mit dem Code %1 beendet.</translation>
    </message>
    <message>
        <source>Looking for the way to the VNC server</source>
        <translation>Suche nach dem Zugang zum VNC-Server</translation>
    </message>
    <message>
        <source>Opening the way to the VNC server</source>
        <translation>Öffnen des Zugangs zum VNC-Server</translation>
    </message>
    <message>
        <source>Nothing listens on port 6080.</source>
        <translation>Auf Port 6080 antwortet nichts.</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Die Sandbox</translation>
    </message>
    <message>
        <source>Programs of a desktop are missing in this sandbox. Create one from the template “desktop”.</source>
        <translation>In dieser Sandbox fehlen Programme eines Desktops. Eine Sandbox mit dem Template „desktop“ erstellen.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 It printed: %2</source>
        <translation>%1 Ausgabe: %2</translation>
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
    <name>Sandglass::ResumeAction</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>%1 fortsetzen?</translation>
    </message>
    <message numerus="yes">
        <source>Resume %n sandboxes?</source>
        <translation>
            <numerusform>%n Sandbox fortsetzen?</numerusform>
            <numerusform>%n Sandboxes fortsetzen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::ResumeText</name>
    <message>
        <source>After that it is paused again.</source>
        <translation>Danach wird sie wieder pausiert.</translation>
    </message>
    <message>
        <source>After that it is killed, unless it is extended before.</source>
        <translation>Danach wird sie beendet, wenn sie nicht vorher verlängert wird.</translation>
    </message>
    <message>
        <source>Whether it is paused or killed after that, its service has not said.</source>
        <translation>Ob sie danach pausiert oder beendet wird, hat ihr Dienst nicht mitgeteilt.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are paused again after that.</source>
        <translation>
            <numerusform>%n davon wird danach wieder pausiert.</numerusform>
            <numerusform>%n davon werden danach wieder pausiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are killed after that, unless they are extended before.</source>
        <translation>
            <numerusform>%n davon wird danach beendet, wenn sie nicht vorher verlängert wird.</numerusform>
            <numerusform>%n davon werden danach beendet, wenn sie nicht vorher verlängert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them the service has not said what happens after that.</source>
        <translation>
            <numerusform>Bei %n davon hat der Dienst nicht mitgeteilt, was danach geschieht.</numerusform>
            <numerusform>Bei %n davon hat der Dienst nicht mitgeteilt, was danach geschieht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Once resumed it runs for %n minutes and takes part of this computer&apos;s time and memory again.</source>
        <translation>
            <numerusform>Fortgesetzt läuft sie %n Minute und beansprucht wieder Rechenzeit und Speicher dieses Computers.</numerusform>
            <numerusform>Fortgesetzt läuft sie %n Minuten und beansprucht wieder Rechenzeit und Speicher dieses Computers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Once resumed it runs for %n minutes and costs running time from then on.</source>
        <translation>
            <numerusform>Fortgesetzt läuft sie %n Minute und kostet von da an wieder Laufzeit.</numerusform>
            <numerusform>Fortgesetzt läuft sie %n Minuten und kostet von da an wieder Laufzeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume for %1 min</source>
        <translation>Für %1 min fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Each of them runs for %n minutes and takes part of this computer&apos;s time and memory again.</source>
        <translation>
            <numerusform>Jede davon läuft %n Minute und beansprucht wieder Rechenzeit und Speicher dieses Computers.</numerusform>
            <numerusform>Jede davon läuft %n Minuten und beansprucht wieder Rechenzeit und Speicher dieses Computers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each of them runs for %n minutes and costs running time from then on.</source>
        <translation>
            <numerusform>Jede davon läuft %n Minute und kostet von da an wieder Laufzeit.</numerusform>
            <numerusform>Jede davon läuft %n Minuten und kostet von da an wieder Laufzeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sandbox is being resumed. This opens again by itself as soon as it runs.</source>
        <translation>Die Sandbox wird fortgesetzt. Sobald sie läuft, öffnet sich dies von selbst wieder.</translation>
    </message>
    <message>
        <source>The sandbox is paused. Nothing is sent to it, for that could wake it.</source>
        <translation>Die Sandbox ist pausiert. An sie wird nichts gesendet, denn das könnte sie wecken.</translation>
    </message>
    <message>
        <source>This connection only observes, so it cannot be resumed from here.</source>
        <translation>Diese Verbindung beobachtet nur, deshalb lässt sie sich von hier nicht fortsetzen.</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunEntryBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunErrorBody</name>
    <message>
        <source>Show the whole traceback</source>
        <translation>Ganzen Traceback anzeigen</translation>
    </message>
    <message>
        <source>Hide the traceback</source>
        <translation>Traceback ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s)</source>
        <translation>
            <numerusform>%n weitere Stelle</numerusform>
            <numerusform>%n weitere Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>file</comment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>place, function</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Go to the line</source>
        <translation>Zur Zeile gehen</translation>
    </message>
    <message>
        <source>Open the file at this line</source>
        <translation>Die Datei an dieser Zeile öffnen</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunHtmlBody</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Formatted text</source>
        <translation>Formatierter Text</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>rows, columns</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>cut: too long or too deep to be drawn whole</source>
        <translation>gekürzt: zu lang oder zu tief verschachtelt für die ganze Darstellung</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunPicture</name>
    <message>
        <source>A picture of %1 × %2 pixels is too large to be shown here.</source>
        <translation>Ein Bild mit %1 × %2 Pixeln ist zu groß, um hier angezeigt zu werden.</translation>
    </message>
    <message>
        <source>This drawing has too many bytes to be shown here.</source>
        <translation>Diese Zeichnung hat zu viele Bytes, um hier angezeigt zu werden.</translation>
    </message>
    <message>
        <source>This drawing has too many parts to be shown here.</source>
        <translation>Diese Zeichnung hat zu viele Teile, um hier angezeigt zu werden.</translation>
    </message>
    <message>
        <source>This is not a drawing that can be read.</source>
        <translation>Das ist keine lesbare Zeichnung.</translation>
    </message>
    <message>
        <source>This is not a picture that can be read.</source>
        <translation>Das ist kein lesbares Bild.</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunPictureBody</name>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunPictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Click: pixel by pixel</source>
        <translation>Klick: Pixel für Pixel</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunResult</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>as plain text: its formatted form has %1, up to %2 are drawn</source>
        <translation>als reiner Text: Die formatierte Fassung hat %1, dargestellt werden höchstens %2</translation>
    </message>
    <message>
        <source>an empty text</source>
        <translation>ein leerer Text</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>PDF document, %1</source>
        <translation>PDF-Dokument, %1</translation>
    </message>
    <message>
        <source>It is not drawn here: save it to look at it.</source>
        <translation>Es wird hier nicht dargestellt: Zum Ansehen speichern.</translation>
    </message>
    <message>
        <source>A result that cannot be shown</source>
        <translation>Ein Ergebnis, das sich nicht anzeigen lässt</translation>
    </message>
    <message>
        <source>It came without a text.</source>
        <translation>Es kam ohne Text.</translation>
    </message>
    <message>
        <source>It came as %1 only.</source>
        <translation>Es kam nur als %1.</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunTextBody</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <translation>
            <numerusform>%n Zeile anzeigen</numerusform>
            <numerusform>Alle %n Zeilen anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::RunView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>result</source>
        <comment>start of a file&apos;s name</comment>
        <translation>ergebnis</translation>
    </message>
    <message>
        <source>This link leads out of the sandbox</source>
        <translation>Dieser Link führt aus der Sandbox hinaus</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Sandglass::RunWords</name>
    <message>
        <source>an error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1m %2s</source>
        <translation>%1m %2s</translation>
    </message>
    <message>
        <source>%1h %2m</source>
        <translation>%1h %2m</translation>
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
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Ran in %1</source>
        <translation>Ausgeführt in %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Ended with %1 after %2</source>
        <translation>Mit %1 nach %2 beendet</translation>
    </message>
    <message>
        <source>Stopped by you after %1</source>
        <translation>Nach %1 von hier aus gestoppt</translation>
    </message>
    <message>
        <source>The connection was lost after %1</source>
        <translation>Nach %1 ging die Verbindung verloren</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before this one</source>
        <translation>
            <numerusform>%n Ausführung davor</numerusform>
            <numerusform>%n Ausführungen davor</numerusform>
        </translation>
    </message>
    <message>
        <source>for the context to be free</source>
        <translation>bis der Kontext frei ist</translation>
    </message>
    <message>
        <source>nothing was printed</source>
        <translation>nichts wurde ausgegeben</translation>
    </message>
    <message>
        <source>What came until then is above. Variables of the context are kept.</source>
        <translation>Was bis dahin kam, steht oben. Die Variablen des Kontexts bleiben erhalten.</translation>
    </message>
    <message>
        <source>The code may still be running: its state is not known.</source>
        <translation>Der Code läuft vielleicht noch: Sein Zustand ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing had arrived.</source>
        <translation>Bis dahin war nichts angekommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 had arrived.</source>
        <translation>Bis dahin angekommen: %1.</translation>
    </message>
    <message>
        <source>%1 and %2 had arrived.</source>
        <translation>Bis dahin angekommen: %1 und %2.</translation>
    </message>
    <message>
        <source>%1 of older output are no longer kept</source>
        <translation>Von der älteren Ausgabe nicht mehr aufbewahrt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Of older output, %1 are no longer kept</source>
        <translation>Von der älteren Ausgabe nicht mehr aufbewahrt: %1</translation>
    </message>
    <message>
        <source>Of older output, %1 and %2 are no longer kept</source>
        <translation>Von der älteren Ausgabe nicht mehr aufbewahrt: %1 und %2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>Sandglass::SandboxLookUp</name>
    <message>
        <source>This sandbox is not running.</source>
        <translation>Diese Sandbox läuft nicht.</translation>
    </message>
    <message>
        <source>The sandbox is paused.</source>
        <translation>Die Sandbox ist pausiert.</translation>
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
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
</context>
<context>
    <name>Sandglass::ScreenDriver</name>
    <message>
        <source>This connection only observes: nothing may be changed.</source>
        <translation>Diese Verbindung beobachtet nur: Nichts darf geändert werden.</translation>
    </message>
</context>
<context>
    <name>Sandglass::ScreenPane</name>
    <message>
        <source>The stream was not stopped</source>
        <translation>Der Stream wurde nicht gestoppt</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Steuerung zurückgegeben</translation>
    </message>
    <message>
        <source>There was no input for five minutes.</source>
        <translation>Fünf Minuten lang kam keine Eingabe.</translation>
    </message>
    <message>
        <source>The screenshot is on the clipboard, but was not saved</source>
        <translation>Der Screenshot ist in der Zwischenablage, wurde aber nicht gespeichert</translation>
    </message>
    <message>
        <source>Joining the screen…</source>
        <translation>Verbindung zum Bildschirm wird hergestellt…</translation>
    </message>
    <message>
        <source>Starting the screen…</source>
        <translation>Der Bildschirm wird gestartet…</translation>
    </message>
    <message>
        <source>This is not a desktop sandbox</source>
        <translation>Das ist keine Desktop-Sandbox</translation>
    </message>
    <message>
        <source>Its template has no VNC server. A desktop sandbox is made from the template %1, or from one that is built on it.</source>
        <translation>Ihr Template hat keinen VNC-Server. Eine Desktop-Sandbox entsteht mit dem Template %1 oder mit einem, das darauf aufbaut.</translation>
    </message>
    <message>
        <source>New desktop sandbox</source>
        <translation>Neue Desktop-Sandbox</translation>
    </message>
    <message>
        <source>The screen is not streamed</source>
        <translation>Der Bildschirm wird nicht gestreamt</translation>
    </message>
    <message>
        <source>Starting the stream starts processes in the sandbox: what is missing of its display and desktop, and a VNC server with a password of its own.</source>
        <translation>Mit dem Stream starten Prozesse in der Sandbox: was von Anzeige und Desktop noch fehlt und ein VNC-Server mit eigenem Passwort.</translation>
    </message>
    <message>
        <source>Nothing in the sandbox streams its screen, and this connection only observes.</source>
        <translation>Nichts in der Sandbox streamt ihn, und diese Verbindung beobachtet nur.</translation>
    </message>
    <message>
        <source>Start stream</source>
        <translation>Stream starten</translation>
    </message>
    <message>
        <source>The stream asks for a password</source>
        <translation>Der Stream verlangt ein Passwort</translation>
    </message>
    <message>
        <source>Whoever started the stream knows it. Only its first eight characters count.</source>
        <translation>Wer den Stream gestartet hat, kennt es. Vom Passwort zählen nur die ersten acht Zeichen.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>The screen cannot be shown</source>
        <translation>Der Bildschirm lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This sandbox is paused</source>
        <translation>Diese Sandbox ist pausiert</translation>
    </message>
    <message>
        <source>This sandbox is being resumed</source>
        <translation>Diese Sandbox wird fortgesetzt</translation>
    </message>
    <message>
        <source>This sandbox is not running</source>
        <translation>Diese Sandbox läuft nicht</translation>
    </message>
    <message>
        <source>This screen needs a traffic token</source>
        <translation>Dieser Bildschirm braucht ein Traffic-Token</translation>
    </message>
    <message numerus="yes">
        <source>The sandbox restricts its traffic, and a service gives the token only to whoever creates the sandbox or connects to it. Once connected to, it runs for %n more minutes at least.</source>
        <translation>
            <numerusform>Die Sandbox beschränkt ihren Datenverkehr, und ein Dienst gibt das Token nur beim Erstellen der Sandbox oder beim Verbinden mit ihr aus. Nach dem Verbinden läuft sie noch mindestens eine Minute.</numerusform>
            <numerusform>Die Sandbox beschränkt ihren Datenverkehr, und ein Dienst gibt das Token nur beim Erstellen der Sandbox oder beim Verbinden mit ihr aus. Nach dem Verbinden läuft sie noch mindestens %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect to the sandbox</source>
        <translation>Mit der Sandbox verbinden</translation>
    </message>
</context>
<context>
    <name>Sandglass::Screenshots</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
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
    <name>Sandglass::StopStreamOperation</name>
    <message>
        <source>Stopping the stream failed: %1</source>
        <translation>Der Stream ließ sich nicht stoppen: %1</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Die Sandbox</translation>
    </message>
    <message>
        <source>The stream goes on: its programs do not end. They may belong to another user of the sandbox.</source>
        <translation>Der Stream läuft weiter: Seine Programme enden nicht. Vielleicht gehören sie einem anderen Benutzer der Sandbox.</translation>
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
    <name>Sandglass::TransferRow</name>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear this row</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what the button does, file</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Sandglass::TransferStrip</name>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Clear away what is over</source>
        <translation>Abgeschlossene Übertragungen aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Fold the transfers away</source>
        <translation>Übertragungen einklappen</translation>
    </message>
    <message>
        <source>Show every transfer</source>
        <translation>Alle Übertragungen anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::TransferText</name>
    <message>
        <source>%1 of %2 %3</source>
        <comment>12.4 of 50 MiB</comment>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <comment>38 MiB/s</comment>
        <translation>%1 %2/s</translation>
    </message>
    <message>
        <source>nothing for %1</source>
        <translation>seit %1 nichts</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>Wartet auf andere</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Cancelled, nothing was kept</source>
        <translation>Abgebrochen, nichts wurde behalten</translation>
    </message>
    <message>
        <source>Upload of %1</source>
        <translation>Hochladen von %1</translation>
    </message>
    <message>
        <source>Download of %1</source>
        <translation>Herunterladen von %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s)</source>
        <translation>
            <numerusform>%n Übertragung</numerusform>
            <numerusform>%n Übertragungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) ended</source>
        <translation>
            <numerusform>%n Übertragung beendet</numerusform>
            <numerusform>%n Übertragungen beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::ViewerWindow</name>
    <message>
        <source>Screenshot on the clipboard and in %1</source>
        <translation>Screenshot in der Zwischenablage und in %1</translation>
    </message>
    <message>
        <source>The screenshot is on the clipboard, but was not saved. %1</source>
        <translation>Der Screenshot ist in der Zwischenablage, wurde aber nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird hergestellt…</translation>
    </message>
    <message>
        <source>The screen cannot be shown</source>
        <translation>Der Bildschirm lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The server asks for a password</source>
        <translation>Der Server verlangt ein Passwort</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
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
<context>
    <name>ScreenText</name>
    <message>
        <source>%1 ended the stream.</source>
        <translation>%1 hat den Stream beendet.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 refused the stream.</source>
        <translation>%1 hat den Stream abgelehnt.</translation>
    </message>
    <message>
        <source>%1 asks for a password.</source>
        <translation>%1 verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>%1 did not accept the password.</source>
        <translation>%1 hat das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 refused the session.</source>
        <translation>%1 hat die Sitzung abgelehnt.</translation>
    </message>
    <message>
        <source>%1 sent something that is no valid picture, so the session was ended.</source>
        <translation>%1 hat etwas gesendet, das kein gültiges Bild ist, deshalb wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>%1 went beyond what a desktop may ask for, so the session was ended.</source>
        <translation>%1 hat mehr verlangt, als ein Desktop verlangen darf, deshalb wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The decoder crashed several times on what %1 sent. It runs in a jail; nothing else is affected.</source>
        <translation>Der Decoder ist mehrmals an dem abgestürzt, was %1 gesendet hat. Er läuft abgeschottet; sonst ist nichts betroffen.</translation>
    </message>
    <message>
        <source>The decoder sandglass-rfb is not installed beside Sandglass or cannot be run. Pictures are never decoded without its jail.</source>
        <translation>Der Decoder sandglass-rfb fehlt neben Sandglass oder lässt sich nicht starten. Bilder werden nie ohne seine Abschottung dekodiert.</translation>
    </message>
    <message>
        <source>It answered %1.</source>
        <translation>Die Antwort war %1.</translation>
    </message>
    <message>
        <source>The screen does not answer</source>
        <translation>Der Bildschirm antwortet nicht</translation>
    </message>
    <message>
        <source>Nothing has come from it for a second, though it has more to say. When it goes on, so does this; after ten seconds it is given up.</source>
        <translation>Seit einer Sekunde kommt nichts, obwohl noch etwas kommen muss. Geht es dort weiter, geht es auch hier weiter; nach zehn Sekunden wird aufgegeben.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>VncAddress</name>
    <message>
        <source>%1 is no address of a VNC server; such an address has the form vnc://HOST:PORT.</source>
        <translation>%1 ist keine Adresse eines VNC-Servers: Eine solche hat die Form vnc://HOST:PORT.</translation>
    </message>
</context>
</TS>
