<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ErrorText</name>
    <message>
        <location filename="../app/errortext.cpp" line="20"/>
        <source>%1 cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="22"/>
        <source>%1 showed a certificate that is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="24"/>
        <source>%1 did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="26"/>
        <source>%1 rejected the key (401)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="28"/>
        <source>%1 does not allow this (403)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="30"/>
        <source>%1: not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="32"/>
        <source>%1 is in a state that does not allow this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="34"/>
        <source>%1 asks to slow down (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="36"/>
        <source>%1 reported an error of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="38"/>
        <source>%1 gave an answer that is not the E2B protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="40"/>
        <source>%1: this computer could not do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="42"/>
        <source>%1 is set to read-only; nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="51"/>
        <source>Enter the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="53"/>
        <source>Nothing was sent. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="55"/>
        <source>Check that the address is the API&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/errortext.cpp" line="57"/>
        <source>Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <location filename="../app/helpdialogs.cpp" line="27"/>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="28"/>
        <source>Open the sandbox of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="29"/>
        <source>Terminal of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="30"/>
        <source>Extend the rows by 30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="31"/>
        <source>Next row at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="32"/>
        <source>Copy in the terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="33"/>
        <source>Paste in the terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="34"/>
        <source>Find in the terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="44"/>
        <source>About Sandglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="48"/>
        <source>Lists live AI sandboxes, with charts and terminals. Looking changes nothing.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/helpdialogs.cpp" line="58"/>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::Actions</name>
    <message>
        <location filename="../app/actions/actions.cpp" line="17"/>
        <source>&amp;New Sandbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="18"/>
        <source>Add &amp;Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="19"/>
        <source>Open &amp;This Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="19"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="20"/>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="20"/>
        <source>Open &amp;Terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="21"/>
        <source>&amp;Extend by 30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="22"/>
        <source>&amp;Kill…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="22"/>
        <source>Copy &amp;Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="23"/>
        <source>&amp;Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="23"/>
        <source>New Terminal T&amp;ab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="24"/>
        <source>Close Ta&amp;b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="25"/>
        <source>&amp;Fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="26"/>
        <source>&amp;Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="27"/>
        <source>&amp;Side Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="27"/>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="28"/>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="28"/>
        <source>Follow the &amp;Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="29"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="29"/>
        <source>Da&amp;rk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="30"/>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="31"/>
        <source>&amp;About Sandglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="42"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="43"/>
        <source>New sandbox (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="44"/>
        <source>30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="45"/>
        <source>Each chosen sandbox ends 30 minutes later (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="46"/>
        <source>Kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="47"/>
        <source>End the chosen sandboxes for good (Shift+Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="48"/>
        <source>Terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="55"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="59"/>
        <source>&amp;Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="65"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="70"/>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/actions.cpp" line="72"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::Attention</name>
    <message>
        <location filename="../models/attention.cpp" line="35"/>
        <source>CPU &gt; 95 % for %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/attention.cpp" line="40"/>
        <source>Memory full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/attention.cpp" line="50"/>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/attention.cpp" line="51"/>
        <source>Less than 1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/attention.cpp" line="59"/>
        <source>Disk %1 full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/attention.cpp" line="77"/>
        <source>Gone %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/attention.cpp" line="91"/>
        <source>First sample in about 5 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::CheckList</name>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="86"/>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="88"/>
        <source>not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="90"/>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="92"/>
        <source>asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="96"/>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::ColorChooser</name>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="106"/>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="106"/>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="106"/>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionparts.cpp" line="106"/>
        <source>Olive or yellow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionAction</name>
    <message>
        <location filename="../app/actions/connectionaction.cpp" line="87"/>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/connectionaction.cpp" line="88"/>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/connectionaction.cpp" line="89"/>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/connectionaction.cpp" line="94"/>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/connectionaction.cpp" line="100"/>
        <source>Not offered; CPU and memory read &quot;not reported&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionBanners</name>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="46"/>
        <source>This helps: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="48"/>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="51"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="110"/>
        <source>Re-enter key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="115"/>
        <source>Accept as real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="119"/>
        <source>Recheck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/connectionbanners.cpp" line="119"/>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionDialog</name>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="36"/>
        <source>&amp;Observe only: refuse everything that would change a sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="39"/>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="40"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="42"/>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="68"/>
        <location filename="../widgets/connectiondialog.cpp" line="127"/>
        <source>Paste it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="73"/>
        <location filename="../widgets/connectiondialog.cpp" line="74"/>
        <source>Show the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="79"/>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="80"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="81"/>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="82"/>
        <source>API &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="83"/>
        <source>&amp;Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="83"/>
        <source>Of the sandboxes&apos; own addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="85"/>
        <source>&amp;Sandbox address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="86"/>
        <source>Only where all sandboxes are reached through one address; else leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="88"/>
        <source>Kept in the system keychain, never in a file in plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="97"/>
        <source>Without https the key can be read on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="104"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="126"/>
        <source>Kept; paste another one to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="138"/>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="139"/>
        <source>Connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectiondialog.cpp" line="177"/>
        <source>Give it a name, such as prod: it stands beside each of its sandboxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="33"/>
        <source>Give the address of the API, such as https://api.e2b.app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="36"/>
        <source>This is not an address. Write it as https://api.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="38"/>
        <source>The address has to begin with https:// (or http:// on this computer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="40"/>
        <source>The address names no host. Write it as https://api.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="42"/>
        <source>Leave name and password out of the address; the key goes into its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="45"/>
        <source>Leave out what follows the ? or # of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="53"/>
        <source>Only the name, without https://, such as e2b.app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="57"/>
        <source>This is not a domain. Write it as e2b.app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="65"/>
        <source>Paste the API key. The service shows it in its dashboard, under keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="67"/>
        <source>There is a blank inside the key. Copy it again, in one piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/connectionfields.cpp" line="70"/>
        <source>The key has characters that no key has. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::Connections</name>
    <message>
        <location filename="../app/connections/connections.cpp" line="69"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::ConnectionsModel</name>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="76"/>
        <source>Key rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="78"/>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="80"/>
        <source>Answer not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="82"/>
        <source>Service fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="84"/>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="86"/>
        <source>List suddenly empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="92"/>
        <source>No metrics offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="95"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="97"/>
        <source>Cloud, read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="97"/>
        <source>Cloud, read and write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="101"/>
        <source>Service, read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="101"/>
        <source>Service, read and write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="109"/>
        <source>under 1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="110"/>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="125"/>
        <source>sandboxes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="136"/>
        <source>Its clock is %1 ahead of this computer&apos;s. Times left follow its clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="138"/>
        <source>Its clock is %1 behind this computer&apos;s. Times left follow its clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="146"/>
        <source>The list is from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="147"/>
        <source>Nothing has been listed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="150"/>
        <source>%1 rejected the key (%2). %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="155"/>
        <source>%1 cannot be reached. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="157"/>
        <source>%1 answers, but not as a sandbox service does. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="159"/>
        <source>%1 reports a failure of its own (%2). %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="164"/>
        <source>%1 wants fewer requests (429). It is asked more slowly. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/connectionsmodel.cpp" line="167"/>
        <source>%1 returned no sandboxes, %2 a moment ago. Keeping the last known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::DetailHeader</name>
    <message>
        <location filename="../widgets/detailheader.cpp" line="51"/>
        <source>Copy the whole id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/detailheader.cpp" line="53"/>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/detailheader.cpp" line="71"/>
        <source>Parts of the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/detailheader.cpp" line="87"/>
        <source>%1 on %2</source>
        <comment>state, connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/detailheader.cpp" line="90"/>
        <source>%1, %2</source>
        <comment>name, state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::DurationEdit</name>
    <message>
        <location filename="../widgets/durationedit.cpp" line="9"/>
        <source>5m, 2h or 300</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/durationedit.cpp" line="32"/>
        <source>Say how long it may live: 5m, 2h or a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/durationedit.cpp" line="35"/>
        <source>This is not a length of time. Write 5m, 2h, 1h 30m or a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/durationedit.cpp" line="37"/>
        <source>At most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/durationedit.cpp" line="38"/>
        <source>At most %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::ErrorBox</name>
    <message>
        <location filename="../widgets/errorbox.cpp" line="47"/>
        <source>Command that helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/errorbox.cpp" line="48"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FilterField</name>
    <message>
        <location filename="../widgets/filterfield.cpp" line="37"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/filterfield.cpp" line="42"/>
        <source>Clear the filter (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/filterfield.cpp" line="43"/>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/filterfield.cpp" line="80"/>
        <source>%1 of %2</source>
        <comment>rows that match, all rows</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FirstRunPage</name>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="30"/>
        <source>See what your sandboxes are doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="34"/>
        <source>Sandglass lists live AI sandboxes with their charts and a terminal. Choose where to start. You can add the other one later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="41"/>
        <source>Try it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="42"/>
        <source>No account and no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="43"/>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="44"/>
        <source>E2B cloud, self-hosted, or any compatible service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="57"/>
        <source>Nothing has been sent so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="95"/>
        <source>Starts one sandbox here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="96"/>
        <source>Isolated, with its own files, processes and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="97"/>
        <source>Gives you a terminal and charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="98"/>
        <source>The same panels as for sandboxes in the cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="99"/>
        <source>Ends by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="100"/>
        <source>After a time that you can extend whenever you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="101"/>
        <source>Uses process isolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="102"/>
        <source>Weaker than a microVM: run only code that you trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="107"/>
        <location filename="../widgets/firstrunpage.cpp" line="163"/>
        <source>Start a local sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="110"/>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="129"/>
        <source>Paste a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="130"/>
        <source>Kept in the system keychain, never in a file in plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="131"/>
        <source>Starts in Observe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="132"/>
        <source>Looking never resumes, extends or changes a sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="133"/>
        <source>Tests before it lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="134"/>
        <source>API, list and metrics, with answer times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="135"/>
        <source>Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/firstrunpage.cpp" line="163"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetPage</name>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="86"/>
        <source>Fleet tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="146"/>
        <source>Filter appears with the first sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="147"/>
        <source>cpu&gt;80, state:running, free text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="165"/>
        <source>0 of %1 match %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="166"/>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="171"/>
        <source>Nothing in this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../app/pages/fleetpage.cpp" line="171"/>
        <source>%n sandbox(es) in all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="173"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="182"/>
        <source>Nothing is running, and nothing is costing money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="183"/>
        <source>A new sandbox appears here with its CPU and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="184"/>
        <source>New sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="186"/>
        <source>Waiting for the first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/fleetpage.cpp" line="187"/>
        <source>Sandboxes are listed here as soon as a connection answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetQuery</name>
    <message>
        <location filename="../models/fleetquery.cpp" line="210"/>
        <source>%1: only cpu, mem, disk, left and age can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleetquery.cpp" line="219"/>
        <source>%1: a length of time is missing, such as 30s, 10m, 2h or 1d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleetquery.cpp" line="221"/>
        <source>%1: a number of percent is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleetquery.cpp" line="237"/>
        <source>%1: what it should be is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleetquery.cpp" line="245"/>
        <source>%1: states are starting, running, paused, killing, gone and unknown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetStatusBar</name>
    <message>
        <location filename="../widgets/fleetstatusbar.cpp" line="82"/>
        <source>Observing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetstatusbar.cpp" line="113"/>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../widgets/fleetstatusbar.cpp" line="118"/>
        <source>%n changes sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../widgets/fleetstatusbar.cpp" line="120"/>
        <source>Looking at a sandbox changes nothing in it and never extends its life. This counts the requests that did change something since Sandglass was started: create, extend, kill, and what you type into a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetText</name>
    <message>
        <location filename="../models/fleettext.cpp" line="23"/>
        <source>%1s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="26"/>
        <source>%1m</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="29"/>
        <source>%1h %2m</source>
        <comment>hours, minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="30"/>
        <source>%1d %2h</source>
        <comment>days, hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="37"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="39"/>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="41"/>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="42"/>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="42"/>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="49"/>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="51"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="53"/>
        <source>Pausing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="55"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="57"/>
        <source>Resuming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="59"/>
        <source>Killing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="61"/>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="65"/>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="78"/>
        <source>not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="80"/>
        <location filename="../models/fleettext.cpp" line="97"/>
        <source>no sample yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="91"/>
        <source>no value, it is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="93"/>
        <source>no value, it is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="95"/>
        <source>not reported by this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="108"/>
        <source>time ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="110"/>
        <source>killed from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="112"/>
        <source>ended outside Sandglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="131"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="133"/>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="135"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="137"/>
        <source>CPU, 60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="139"/>
        <source>Memory, 60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="141"/>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="143"/>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="145"/>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="147"/>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="149"/>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="156"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="167"/>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="182"/>
        <source>kept</source>
        <comment>a paused sandbox has no end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="184"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="228"/>
        <source>Last answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="240"/>
        <source>%1, over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="244"/>
        <source>%1, %2, connection %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="247"/>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettext.cpp" line="248"/>
        <source>%1. %2</source>
        <comment>value, how old it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="24"/>
        <source>Connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="38"/>
        <source>%1
Template %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="45"/>
        <source>Running since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="56"/>
        <source>Gone since %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="58"/>
        <source>Paused since %1. It is kept until it is killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="61"/>
        <source>The service reports a state that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="74"/>
        <source>%1 of %2 vCPU
Measured %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="76"/>
        <source>%1: %2 of %3, and %4 of cache
Measured %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="84"/>
        <source>A paused sandbox does not end by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="89"/>
        <source>Ends %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="90"/>
        <source>Pauses %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/fleettooltip.cpp" line="91"/>
        <source>Is killed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetView</name>
    <message>
        <location filename="../widgets/fleetview.cpp" line="56"/>
        <source>Sandboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="130"/>
        <source>Only a running sandbox can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="132"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="135"/>
        <source>Terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="136"/>
        <source>Extend 30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="138"/>
        <source>Copy Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="143"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="144"/>
        <source>Kill…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="144"/>
        <source>It is gone already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewmenu.cpp" line="157"/>
        <location filename="../widgets/fleetviewmenu.cpp" line="160"/>
        <source>Filter by This Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::FleetViewHeader</name>
    <message>
        <location filename="../widgets/fleetviewheader.cpp" line="115"/>
        <source>Fit &quot;%1&quot; to Its Content</source>
        <extracomment>%1 is the name of a column</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/fleetviewheader.cpp" line="119"/>
        <source>Reset Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::KillPopover</name>
    <message>
        <location filename="../widgets/killpopover.cpp" line="24"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="25"/>
        <location filename="../widgets/killpopover.cpp" line="72"/>
        <source>Kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="45"/>
        <source>Confirm the kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="71"/>
        <source>Kill %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="73"/>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="74"/>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="75"/>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="76"/>
        <location filename="../widgets/killpopover.cpp" line="90"/>
        <source>After this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="76"/>
        <source>Gone for good, with all files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../widgets/killpopover.cpp" line="82"/>
        <source>Kill %n sandboxes?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../widgets/killpopover.cpp" line="83"/>
        <source>Kill %n</source>
        <comment>button: kill that many sandboxes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="86"/>
        <source>%1, %2</source>
        <comment>age, connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../widgets/killpopover.cpp" line="89"/>
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../widgets/killpopover.cpp" line="90"/>
        <source>All of them are gone for good, with their files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::MainWindow</name>
    <message>
        <location filename="../app/mainwindow.cpp" line="107"/>
        <source>Nothing was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/mainwindow.cpp" line="258"/>
        <source>This computer cannot hold sandboxes yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::MetadataEdit</name>
    <message>
        <location filename="../widgets/metadataedit.cpp" line="17"/>
        <source>Add a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metadataedit.cpp" line="58"/>
        <source>A value needs a key. Name it, or take the row away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metadataedit.cpp" line="60"/>
        <source>The key %1 stands twice. A sandbox keeps one value for each key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metadataedit.cpp" line="78"/>
        <location filename="../widgets/metadataedit.cpp" line="79"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metadataedit.cpp" line="80"/>
        <location filename="../widgets/metadataedit.cpp" line="81"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metadataedit.cpp" line="87"/>
        <location filename="../widgets/metadataedit.cpp" line="88"/>
        <source>Take this pair away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::MetricChart</name>
    <message>
        <location filename="../widgets/metricchart.cpp" line="169"/>
        <source>%1, no sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchart.cpp" line="175"/>
        <source>%1 with %2</source>
        <extracomment>a value and what it includes: &quot;3.6 GiB with cache&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="51"/>
        <source>%1, no sample yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="53"/>
        <source>%1, not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="59"/>
        <source>, over its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="71"/>
        <source>%1 at %2</source>
        <extracomment>the last value of a sandbox that is gone, and when that was</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="85"/>
        <source>%1, dashed: + %2</source>
        <extracomment>&quot;3.2 of 4 GiB, dashed: + cache&quot; tells what the dashed line of the chart adds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="158"/>
        <source>First sample in about 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metricchartpaint.cpp" line="159"/>
        <source>This service does not report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metriccharttext.cpp" line="27"/>
        <source>%1 %</source>
        <extracomment>%1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metriccharttext.cpp" line="88"/>
        <source>%1 of %2 %3</source>
        <extracomment>memory or disk: %1 is used, %2 is there, %3 is the unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metriccharttext.cpp" line="112"/>
        <source>steady for %1 min</source>
        <extracomment>%1 is a number of minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metriccharttext.cpp" line="116"/>
        <source>rising from %1 over %2 min</source>
        <extracomment>%1 is a percentage, %2 a number of minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metriccharttext.cpp" line="119"/>
        <source>falling from %1 over %2 min</source>
        <extracomment>%1 is a percentage, %2 a number of minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/metriccharttext.cpp" line="124"/>
        <source>%1; highest %2</source>
        <extracomment>%1 says how a value goes, %2 is its highest value</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::NewSandboxAction</name>
    <message>
        <location filename="../app/actions/newsandboxaction.cpp" line="69"/>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/newsandboxaction.cpp" line="74"/>
        <source>This connection is not open any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/newsandboxaction.cpp" line="88"/>
        <source>There is no template with this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/actions/newsandboxaction.cpp" line="113"/>
        <source>the local host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::NewSandboxDialog</name>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="44"/>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="46"/>
        <source>New sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="63"/>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="64"/>
        <source>C&amp;onnection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="65"/>
        <source>&amp;Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="65"/>
        <source>An id or an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="66"/>
        <source>Time &amp;limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="68"/>
        <source>&amp;Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="69"/>
        <source>Names and tags that the list can show and filter by, such as name or owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="83"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="90"/>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="148"/>
        <source>It ends by itself after this. At most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="150"/>
        <source>It ends by itself after this: 5m, 2h or seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/newsandboxdialog.cpp" line="157"/>
        <source>Name the template that it starts from, such as base.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::Notices</name>
    <message>
        <location filename="../app/notices.cpp" line="18"/>
        <source>Created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="18"/>
        <source>in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="23"/>
        <source>Extended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="24"/>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="27"/>
        <source>Killed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="29"/>
        <source>%1 was not extended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="32"/>
        <source>%1 was not killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="35"/>
        <source>The key of %1 is kept until Sandglass quits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/notices.cpp" line="36"/>
        <source>There is no keychain service here, and keys are never written in plain text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewFeed</name>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="52"/>
        <source>Extend 30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="54"/>
        <source>Kill…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="82"/>
        <source>Gone %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="89"/>
        <source>%1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="93"/>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="95"/>
        <source>pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="95"/>
        <source>is killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../app/pages/overviewfeed.cpp" line="98"/>
        <location filename="../app/pages/overviewfeed.cpp" line="149"/>
        <source>%n vCPU</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="105"/>
        <source>%1 offers no metrics: GET /sandboxes/metrics was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="116"/>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="116"/>
        <source>Soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/overviewfeed.cpp" line="144"/>
        <source>cache</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewView</name>
    <message>
        <location filename="../widgets/overviewview.cpp" line="52"/>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewview.cpp" line="53"/>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewview.cpp" line="54"/>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewview.cpp" line="65"/>
        <source>Charts show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewview.cpp" line="74"/>
        <source>%1 min</source>
        <extracomment>a time range of charts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewview.cpp" line="78"/>
        <source>Charts show %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::OverviewViewFacts</name>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="43"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="46"/>
        <source>Copy the whole id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="47"/>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="71"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="74"/>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="75"/>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="76"/>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="77"/>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="79"/>
        <source>%1 disk</source>
        <extracomment>the size of a sandbox&apos;s disk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="80"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/overviewviewfacts.cpp" line="81"/>
        <source>envd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::SandboxPane</name>
    <message>
        <location filename="../app/pages/sandboxpane.cpp" line="25"/>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/sandboxpane.cpp" line="25"/>
        <source>Terminal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::SideBar</name>
    <message>
        <location filename="../widgets/sidebar.cpp" line="64"/>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="74"/>
        <location filename="../widgets/sidebar.cpp" line="94"/>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="75"/>
        <location filename="../widgets/sidebar.cpp" line="97"/>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="77"/>
        <source>None yet. They are listed here with their answer time and count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="87"/>
        <location filename="../widgets/sidebar.cpp" line="88"/>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="148"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="148"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="148"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="148"/>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="148"/>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="171"/>
        <source>%1, %2</source>
        <comment>a view and its count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="236"/>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="238"/>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/sidebar.cpp" line="242"/>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::StartLocalHostOperation</name>
    <message>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="41"/>
        <source>The program sandglass-host is missing beside Sandglass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="50"/>
        <source>Checking what this computer can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="58"/>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="75"/>
        <source>The local host gave an unexpected answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="67"/>
        <source>Starting the local host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="91"/>
        <source>The local host cannot be run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/operations/startlocalhostoperation.cpp" line="100"/>
        <source>The local host ended with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::StatusFeed</name>
    <message numerus="yes">
        <location filename="../app/statusfeed.cpp" line="33"/>
        <source>%n sandbox(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../app/statusfeed.cpp" line="34"/>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/statusfeed.cpp" line="40"/>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/statusfeed.cpp" line="43"/>
        <source>Order held for %1 s while you point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/statusfeed.cpp" line="61"/>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/statusfeed.cpp" line="65"/>
        <source>Updated %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalPane</name>
    <message>
        <location filename="../app/pages/terminalpane.cpp" line="28"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminalpane.cpp" line="49"/>
        <source>New terminal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalSession</name>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="40"/>
        <source>Opening a terminal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="49"/>
        <location filename="../app/sessions/terminalsession.cpp" line="67"/>
        <source>This sandbox is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="56"/>
        <source>The sandbox is paused. Nothing was sent to it, for that could wake it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="88"/>
        <source>The connection was lost and is back. What the shell printed meanwhile is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="91"/>
        <source>Output came too fast: %1 were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="94"/>
        <source>What you typed did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="104"/>
        <source>The shell was ended: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="106"/>
        <source>The shell ended with exit code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/sessions/terminalsession.cpp" line="134"/>
        <source>The sandbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalSurface</name>
    <message>
        <location filename="../terminal/terminalsurface.cpp" line="146"/>
        <source>%1 of output came too fast and is not shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalTabs</name>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="30"/>
        <source>Terminals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="33"/>
        <source>New terminal (Ctrl+Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="34"/>
        <source>New terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="36"/>
        <source>No terminal is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="37"/>
        <source>A terminal starts a login shell in the sandbox. It does not change how long the sandbox lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="38"/>
        <source>Open a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/terminaltabs.cpp" line="72"/>
        <location filename="../app/pages/terminaltabs.cpp" line="113"/>
        <source>Shell %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::TerminalView</name>
    <message>
        <location filename="../widgets/terminalview.cpp" line="49"/>
        <source>Terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalview.cpp" line="51"/>
        <source>A shell in the sandbox. Plain keys go to it; Ctrl+Tab leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewinput.cpp" line="224"/>
        <source>Paste into the terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewinput.cpp" line="228"/>
        <source>The text holds characters that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewinput.cpp" line="230"/>
        <source>They are left out. Check that what remains is what you meant to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../widgets/terminalviewinput.cpp" line="232"/>
        <source>Paste %n line(s) into the terminal?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewinput.cpp" line="233"/>
        <source>The program there runs each line as soon as it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewinput.cpp" line="239"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewmouse.cpp" line="198"/>
        <source>&amp;Copy	Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewmouse.cpp" line="200"/>
        <source>&amp;Paste	Ctrl+Shift+V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewmouse.cpp" line="202"/>
        <source>Select &amp;All	Ctrl+Shift+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewmouse.cpp" line="203"/>
        <source>&amp;Find…	Ctrl+Shift+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/terminalviewmouse.cpp" line="205"/>
        <source>C&amp;lear Scrollback</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::WorkspaceBar</name>
    <message>
        <location filename="../widgets/workspacebar.cpp" line="18"/>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/workspacebar.cpp" line="33"/>
        <source>Fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/workspacebar.cpp" line="34"/>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/workspacebar.cpp" line="35"/>
        <source>Ctrl+%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sandglass::WorkspacePage</name>
    <message>
        <location filename="../app/pages/workspacepage.cpp" line="27"/>
        <source>Opened sandboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/workspacepage.cpp" line="29"/>
        <source>No sandbox is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/workspacepage.cpp" line="29"/>
        <source>Open one from the fleet with Enter; it stays here as a tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/pages/workspacepage.cpp" line="30"/>
        <source>Show the fleet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
