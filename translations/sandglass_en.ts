<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
</TS>
