<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Sandglass::FleetPage</name>
    <message numerus="yes">
        <location filename="../../../../app/pages/fleetpage.cpp" line="171"/>
        <source>%n sandbox(es) in all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetStatusBar</name>
    <message numerus="yes">
        <location filename="../../../../widgets/fleetstatusbar.cpp" line="118"/>
        <source>%n changes sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::KillPopover</name>
    <message numerus="yes">
        <location filename="../../../../widgets/killpopover.cpp" line="82"/>
        <source>Kill %n sandboxes?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../../widgets/killpopover.cpp" line="83"/>
        <source>Kill %n</source>
        <comment>button: kill that many sandboxes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../../widgets/killpopover.cpp" line="89"/>
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewFeed</name>
    <message numerus="yes">
        <location filename="../../../../app/pages/overviewfeed.cpp" line="98"/>
        <location filename="../../../../app/pages/overviewfeed.cpp" line="149"/>
        <source>%n vCPU</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::StatusFeed</name>
    <message numerus="yes">
        <location filename="../../../../app/statusfeed.cpp" line="33"/>
        <source>%n sandbox(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalView</name>
    <message numerus="yes">
        <location filename="../../../../widgets/terminalviewinput.cpp" line="232"/>
        <source>Paste %n line(s) into the terminal?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
