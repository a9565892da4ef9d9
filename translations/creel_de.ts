<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>AppearancePage</name>
    <message>
        <source>&amp;Colors</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Use system colors</source>
        <translation>Systemfarben verwenden</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Height of rows</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <source>&amp;Event details</source>
        <translation>&amp;Ereignisdetails</translation>
    </message>
    <message>
        <source>Place of the event details</source>
        <translation>Position der Ereignisdetails</translation>
    </message>
    <message>
        <source>On the right, below in a narrow window</source>
        <translation>Rechts, in schmalem Fenster unten</translation>
    </message>
    <message>
        <source>Always on the right</source>
        <translation>Immer rechts</translation>
    </message>
    <message>
        <source>Always below</source>
        <translation>Immer unten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is used from the next start of Creel on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Creel.</translation>
    </message>
</context>
<context>
    <name>ComposeOptions</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Send the body in chunks, without Content-Length</source>
        <translation>Body in Chunks senden, ohne Content-Length</translation>
    </message>
    <message>
        <source>Keep the connection open for the next request</source>
        <translation>Verbindung für die nächste Anfrage offen halten</translation>
    </message>
    <message>
        <source>Follow redirects to the same host</source>
        <translation>Weiterleitungen zum selben Host folgen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Redirects that are followed at most</source>
        <translation>Höchstzahl der Weiterleitungen, denen gefolgt wird</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Way to the server</source>
        <translation>Weg zum Server</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Host des Proxys</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>Benutzer beim Proxy</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Passwort beim Proxy</translation>
    </message>
    <message>
        <source>Kept nowhere</source>
        <translation>Wird nirgends gespeichert</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Refuse a server whose certificate can’t be trusted</source>
        <translation>Server ablehnen, deren Zertifikat nicht vertrauenswürdig ist</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>Auch vertrauen</translation>
    </message>
    <message>
        <source>File of certificates to trust beside the system’s</source>
        <translation>Datei mit Zertifikaten, denen neben denen des Systems vertraut wird</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM-Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the file of certificates to trust</source>
        <translation>Datei mit vertrauenswürdigen Zertifikaten wählen</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>File of the client certificate</source>
        <translation>Datei des Client-Zertifikats</translation>
    </message>
    <message>
        <source>PEM or PKCS #12 file, for servers that ask for one</source>
        <translation>PEM- oder PKCS #12-Datei, für Server, die eines verlangen</translation>
    </message>
    <message>
        <source>Choose the client certificate</source>
        <translation>Client-Zertifikat wählen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>File of the client certificate’s key</source>
        <translation>Datei mit dem Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>PEM file, where it is apart</source>
        <translation>PEM-Datei, falls er separat vorliegt</translation>
    </message>
    <message>
        <source>Choose the key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Zeitlimits</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Time limit of the name lookup</source>
        <translation>Zeitlimit der Namensauflösung</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Begrenzung</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Time limit of connecting</source>
        <translation>Zeitlimit für das Verbinden</translation>
    </message>
    <message>
        <source>Time limit of the TLS handshake</source>
        <translation>Zeitlimit des TLS-Handshakes</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Time limit of sending without progress</source>
        <translation>Zeitlimit für das Senden ohne Fortschritt</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>Time limit of waiting for the answer</source>
        <translation>Zeitlimit für das Warten auf die Antwort</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Time limit of receiving without progress</source>
        <translation>Zeitlimit für das Empfangen ohne Fortschritt</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Time limit of the whole exchange</source>
        <translation>Zeitlimit des gesamten Austauschs</translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>Zieladresse</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the composer</source>
        <translation>Verfassen schließen</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Teile der Anfrage</translation>
    </message>
</context>
<context>
    <name>EndpointEditor</name>
    <message>
        <source>Parts of the endpoint</source>
        <translation>Teile des Endpunkts</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>&amp;Pfad</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shown instead of the path</source>
        <translation>Wird statt des Pfads angezeigt</translation>
    </message>
    <message>
        <source>P&amp;rovider</source>
        <translation>An&amp;bieter</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>Type to find a provider</source>
        <translation>Tippen, um einen Anbieter zu suchen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Geheimnis hinzufügen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Public &amp;URL</source>
        <translation>Öffentliche &amp;URL</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>Öffentliche URL</translation>
    </message>
    <message>
        <source>What the provider was given, where its signature covers the URL</source>
        <translation>Die beim Anbieter eingetragene URL, falls seine Signatur die URL umfasst</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>S&amp;tatus</translation>
    </message>
    <message>
        <source>Status of the answer</source>
        <translation>Status der Antwort</translation>
    </message>
    <message>
        <source>&amp;Delay</source>
        <translation>&amp;Verzögerung</translation>
    </message>
    <message>
        <source>Delay of the answer in milliseconds</source>
        <translation>Verzögerung der Antwort in Millisekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>Headers of the answer, one in a line</source>
        <translation>Header der Antwort, einer pro Zeile</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>B&amp;ody</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Body der Antwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save endpoint</source>
        <translation>Endpunkt speichern</translation>
    </message>
    <message>
        <source>&amp;Handshakes</source>
        <translation>Handsha&amp;kes</translation>
    </message>
    <message>
        <source>Answer them</source>
        <translation>Beantworten</translation>
    </message>
    <message>
        <source>Answer handshakes</source>
        <translation>Handshakes beantworten</translation>
    </message>
    <message>
        <source>Challenges that a provider sends before it trusts a URL</source>
        <translation>Challenges, die ein Anbieter sendet, bevor er einer URL vertraut</translation>
    </message>
    <message>
        <source>Which handshake is answered</source>
        <translation>Welcher Handshake beantwortet wird</translation>
    </message>
    <message>
        <source>Older secrets verify nothing. They are kept to tell when an event was signed with one of them.</source>
        <translation>Ältere Geheimnisse prüfen nichts. Sie bleiben, damit sich sagen lässt, wenn ein Ereignis mit einem von ihnen signiert wurde.</translation>
    </message>
</context>
<context>
    <name>EventActions</name>
    <message>
        <source>Event %1 is not a whole request: curl can&apos;t send it again.</source>
        <translation>Ereignis %1 ist keine vollständige Anfrage: curl kann es nicht erneut senden.</translation>
    </message>
    <message>
        <source>The body of event %1 is too large for a command line. Export the event.</source>
        <translation>Der Body von Ereignis %1 ist zu groß für eine Befehlszeile. Exportieren Sie das Ereignis.</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>State of the event pane</source>
        <translation>Zustand des Ereignisbereichs</translation>
    </message>
    <message>
        <source>Type of the event</source>
        <translation>Typ des Ereignisses</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the event</source>
        <translation>Ereignis kopieren</translation>
    </message>
    <message>
        <source>Method, path, id, time, size and sender</source>
        <translation>Methode, Pfad, ID, Zeit, Größe und Absender</translation>
    </message>
    <message>
        <source>What is wrong with this event</source>
        <translation>Was an diesem Ereignis nicht stimmt</translation>
    </message>
    <message>
        <source>Reading the event</source>
        <translation>Ereignis wird gelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading the event</source>
        <translation>Lesen des Ereignisses abbrechen</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>Teile des Ereignisses</translation>
    </message>
</context>
<context>
    <name>MaskPage</name>
    <message>
        <source>Credentials that senders write into events are masked on screen, in copies and in exports until you ask for them. They stand in these places, whatever the letter case; one name in a line.</source>
        <translation>Zugangsdaten, die Absender in Ereignisse schreiben, werden auf dem Bildschirm, in Kopien und in Exporten maskiert, bis Sie sie ausdrücklich anzeigen. Sie stehen an diesen Stellen, unabhängig von Groß- und Kleinschreibung; ein Name pro Zeile.</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>&amp;Query, JSON and form values</source>
        <translation>&amp;Query-, JSON- und Formularwerte</translation>
    </message>
    <message>
        <source>Masked headers, one in a line</source>
        <translation>Maskierte Header, einer pro Zeile</translation>
    </message>
    <message>
        <source>Masked names of query, JSON and form values, one in a line</source>
        <translation>Maskierte Namen von Query-, JSON- und Formularwerten, einer pro Zeile</translation>
    </message>
    <message>
        <source>Back to the rules that Creel brings</source>
        <translation>Auf die mitgelieferten Regeln zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ReceiverPage</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>Adresse, auf der empfangen wird</translation>
    </message>
    <message>
        <source>This computer only (127.0.0.1 and ::1)</source>
        <translation>Nur dieser Computer (127.0.0.1 und ::1)</translation>
    </message>
    <message>
        <source>With 0.0.0.0 or ::, everyone in your network can send to you.</source>
        <translation>Mit 0.0.0.0 oder :: kann jeder in Ihrem Netzwerk an Sie senden.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Take the next free port when it is taken</source>
        <translation>Wenn der Port belegt ist, den nächsten freien nehmen</translation>
    </message>
    <message>
        <source>&amp;Head, at most</source>
        <translation>&amp;Kopf, höchstens</translation>
    </message>
    <message>
        <source>Largest head in kilobytes</source>
        <translation>Maximale Größe des Kopfs in Kilobyte</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>Header &amp;fields, at most</source>
        <translation>Header-&amp;Felder, höchstens</translation>
    </message>
    <message>
        <source>Most header fields</source>
        <translation>Höchstzahl der Header-Felder</translation>
    </message>
    <message>
        <source>&amp;Body, at most</source>
        <translation>&amp;Body, höchstens</translation>
    </message>
    <message>
        <source>Largest body in megabytes</source>
        <translation>Maximale Größe des Bodys in Megabyte</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Time for a head</source>
        <translation>&amp;Zeit für einen Kopf</translation>
    </message>
    <message>
        <source>Time for a head in seconds</source>
        <translation>Zeit für einen Kopf in Sekunden</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Idle connections end after</source>
        <translation>&amp;Untätige Verbindungen enden nach</translation>
    </message>
    <message>
        <source>Idle time in seconds</source>
        <translation>Leerlaufzeit in Sekunden</translation>
    </message>
    <message>
        <source>&amp;Connections, at most</source>
        <translation>&amp;Verbindungen, höchstens</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Höchstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Memory in flight, at most</source>
        <translation>Arbeits&amp;speicher unterwegs, höchstens</translation>
    </message>
    <message>
        <source>Most memory for what is read and not yet stored, in megabytes</source>
        <translation>Höchster Arbeitsspeicher für Gelesenes, das noch nicht gespeichert ist, in Megabyte</translation>
    </message>
    <message>
        <source>For what is read and not yet stored. When it is used up, senders wait; nothing is dropped.</source>
        <translation>Für Gelesenes, das noch nicht gespeichert ist. Ist er aufgebraucht, warten die Absender; nichts geht verloren.</translation>
    </message>
</context>
<context>
    <name>SchemeForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the scheme</source>
        <translation>Name des Verfahrens</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>Id of the scheme</source>
        <translation>ID des Verfahrens</translation>
    </message>
    <message>
        <source>&amp;Signature header</source>
        <translation>&amp;Signatur-Header</translation>
    </message>
    <message>
        <source>Where the signature stands</source>
        <translation>Wo die Signatur steht</translation>
    </message>
    <message>
        <source>A header&apos;s name, or a place such as query:sig, form:sig or json:/signature</source>
        <translation>Name eines Headers oder eine Stelle wie query:sig, form:sig oder json:/signature</translation>
    </message>
    <message>
        <source>&amp;Prefix</source>
        <translation>&amp;Präfix</translation>
    </message>
    <message>
        <source>Prefix of the signature</source>
        <translation>Präfix der Signatur</translation>
    </message>
    <message>
        <source>Parts of the header</source>
        <translation>Teile des Headers</translation>
    </message>
    <message>
        <source>What parts several items</source>
        <translation>Was mehrere Elemente trennt</translation>
    </message>
    <message>
        <source>split at, such as ,</source>
        <translation>Trennzeichen, z. B. ,</translation>
    </message>
    <message>
        <source>What stands between key and value</source>
        <translation>Was zwischen Schlüssel und Wert steht</translation>
    </message>
    <message>
        <source>key and value, such as =</source>
        <translation>Schlüssel und Wert, z. B. =</translation>
    </message>
    <message>
        <source>Key of the signature</source>
        <translation>Schlüssel der Signatur</translation>
    </message>
    <message>
        <source>key, such as v1</source>
        <translation>Schlüssel, z. B. v1</translation>
    </message>
    <message>
        <source>&amp;Algorithm</source>
        <translation>&amp;Algorithmus</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>&amp;written as</source>
        <translation>&amp;geschrieben als</translation>
    </message>
    <message>
        <source>Encoding of the signature</source>
        <translation>Kodierung der Signatur</translation>
    </message>
    <message>
        <source>Signed &amp;content</source>
        <translation>Signierter In&amp;halt</translation>
    </message>
    <message>
        <source>Parts of the signed content</source>
        <translation>Teile des signierten Inhalts</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert a part of the signed content</source>
        <translation>Teil des signierten Inhalts einfügen</translation>
    </message>
    <message>
        <source>&amp;Timestamp</source>
        <translation>&amp;Zeitstempel</translation>
    </message>
    <message>
        <source>Where the timestamp stands</source>
        <translation>Wo der Zeitstempel steht</translation>
    </message>
    <message>
        <source>none, or its header</source>
        <translation>keiner oder sein Header</translation>
    </message>
    <message>
        <source>Unit of the timestamp</source>
        <translation>Einheit des Zeitstempels</translation>
    </message>
    <message>
        <source>Greatest age in seconds</source>
        <translation>Höchstalter in Sekunden</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>beliebiges Alter</translation>
    </message>
    <message>
        <source>at most </source>
        <translation>höchstens </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Message id</source>
        <translation>Na&amp;chrichten-ID</translation>
    </message>
    <message>
        <source>Where the message id stands</source>
        <translation>Wo die Nachrichten-ID steht</translation>
    </message>
    <message>
        <source>none, or its header: {id} in the signed content</source>
        <translation>keine oder ihr Header: {id} im signierten Inhalt</translation>
    </message>
    <message>
        <source>Sec&amp;ret is</source>
        <translation>Gehei&amp;mnis ist</translation>
    </message>
    <message>
        <source>Form of the secret</source>
        <translation>Form des Geheimnisses</translation>
    </message>
    <message>
        <source>&amp;without</source>
        <translation>&amp;ohne</translation>
    </message>
    <message>
        <source>Prefix that is cut from the secret</source>
        <translation>Präfix, das vom Geheimnis abgeschnitten wird</translation>
    </message>
</context>
<context>
    <name>SignatureView</name>
    <message>
        <source>Signature of the event</source>
        <translation>Signatur des Ereignisses</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Add the secret…</source>
        <translation>Geheimnis hinzufügen…</translation>
    </message>
    <message>
        <source>Add the secret of this endpoint</source>
        <translation>Geheimnis dieses Endpunkts hinzufügen</translation>
    </message>
    <message>
        <source>Scheme, header and secret</source>
        <translation>Verfahren, Header und Geheimnis</translation>
    </message>
    <message>
        <source>Signature, aligned</source>
        <translation>Signatur, untereinander ausgerichtet</translation>
    </message>
    <message>
        <source>Copy received</source>
        <translation>Empfangene kopieren</translation>
    </message>
    <message>
        <source>Copy the received signature</source>
        <translation>Empfangene Signatur kopieren</translation>
    </message>
    <message>
        <source>Copy expected</source>
        <translation>Erwartete kopieren</translation>
    </message>
    <message>
        <source>Copy the expected signature</source>
        <translation>Erwartete Signatur kopieren</translation>
    </message>
    <message>
        <source>Received and expected signature</source>
        <translation>Empfangene und erwartete Signatur</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>· blank   ↵ line feed   → tab</source>
        <translation>· Leerzeichen   ↵ Zeilenvorschub   → Tabulator</translation>
    </message>
    <message>
        <source>The signed content</source>
        <translation>Der signierte Inhalt</translation>
    </message>
</context>
<context>
    <name>StartPane</name>
    <message>
        <source>Waiting for the first event</source>
        <translation>Warten auf das erste Ereignis</translation>
    </message>
    <message>
        <source>Point a webhook at this address, or try it now. Everything that arrives is stored in this workspace before it is answered.</source>
        <translation>Richten Sie einen Webhook auf diese Adresse oder probieren Sie es gleich aus. Alles, was ankommt, wird in diesem Arbeitsbereich gespeichert, bevor es beantwortet wird.</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>Adresse des Empfängers</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation>Im Terminal</translation>
    </message>
    <message>
        <source>Command for a terminal</source>
        <translation>Befehl für ein Terminal</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Send a sample event</source>
        <translation>Beispielereignis senden</translation>
    </message>
    <message>
        <source>Sample to send</source>
        <translation>Zu sendendes Beispiel</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Add an endpoint with a provider and its secret, and each event says whether its signature is good, and if not, why.</source>
        <translation>Legen Sie einen Endpunkt mit Anbieter und Geheimnis an; dann zeigt jedes Ereignis, ob seine Signatur stimmt, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>Endpunkt hinzufügen…</translation>
    </message>
    <message>
        <source>A provider on the internet needs a tunnel to this address, such as cloudflared or ngrok.</source>
        <translation>Ein Anbieter im Internet braucht einen Tunnel zu dieser Adresse, etwa mit cloudflared oder ngrok.</translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>What is kept in this workspace. Pinned events are kept whatever these say; the oldest of the others go first.</source>
        <translation>Was in diesem Arbeitsbereich aufbewahrt wird. Angeheftete Ereignisse bleiben in jedem Fall erhalten; von den übrigen werden die ältesten zuerst gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Events, at most</source>
        <translation>&amp;Ereignisse, höchstens</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Höchstzahl der Ereignisse</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Begrenzung</translation>
    </message>
    <message>
        <source>&amp;Age, at most</source>
        <translation>&amp;Alter, höchstens</translation>
    </message>
    <message>
        <source>Greatest age in days</source>
        <translation>Höchstalter in Tagen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>&amp;Size, at most</source>
        <translation>&amp;Größe, höchstens</translation>
    </message>
    <message>
        <source>Greatest size in megabytes</source>
        <translation>Maximale Größe in Megabyte</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
</context>
<context>
    <name>creel</name>
    <message>
        <source>The body is larger than 8 MB, so the reason was not looked for.</source>
        <translation>Der Body ist größer als 8 MB, daher wurde nicht nach dem Grund gesucht.</translation>
    </message>
    <message>
        <source>The event is not a complete request, so nothing was verified.</source>
        <translation>Das Ereignis ist keine vollständige Anfrage, daher wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>The endpoint has no scheme, so nothing was verified.</source>
        <translation>Der Endpunkt hat kein Verfahren, daher wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is taken by another scheme.</source>
        <translation>Die ID „%1“ wird schon von einem anderen Verfahren verwendet.</translation>
    </message>
    <message>
        <source>The scheme could not be written to %1: %2</source>
        <translation>Das Verfahren konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The scheme could not be removed from %1: %2</source>
        <translation>Das Verfahren konnte nicht aus %1 entfernt werden: %2</translation>
    </message>
    <message>
        <source>%1, from its handshake %2</source>
        <translation>%1, aus seinem Handshake %2</translation>
    </message>
    <message>
        <source>Can&apos;t make a temporary file for the answer: %1</source>
        <translation>Für die Antwort kann keine temporäre Datei angelegt werden: %1</translation>
    </message>
    <message>
        <source>Can&apos;t write the answer to %1: %2</source>
        <translation>Die Antwort kann nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>This event is not a whole request and can&apos;t be sent again.</source>
        <translation>Dieses Ereignis ist keine vollständige Anfrage und kann nicht erneut gesendet werden.</translation>
    </message>
    <message>
        <source>The body of this event is too large to be sent again from here.</source>
        <translation>Der Body dieses Ereignisses ist zu groß, um von hier erneut gesendet zu werden.</translation>
    </message>
    <message>
        <source>The stored draft can&apos;t be read: %1 is wrong.</source>
        <translation>Der gespeicherte Entwurf kann nicht gelesen werden: %1 ist falsch.</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up: %2. Check the host in the URL and the network.</source>
        <translation>Der Name %1 konnte nicht aufgelöst werden: %2. Prüfen Sie den Host in der URL und das Netzwerk.</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there. Check the port, and that the server runs.</source>
        <translation>%1 hat die Verbindung abgelehnt: Dort lauscht kein Programm. Prüfen Sie den Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>The proxy refused the connection to %1: %2</source>
        <translation>Der Proxy hat die Verbindung zu %1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password for %1, or did not take the ones given.</source>
        <translation>Der Proxy verlangt für %1 Benutzernamen und Passwort oder hat die angegebenen nicht akzeptiert.</translation>
    </message>
    <message>
        <source>The proxy could not be found: %1</source>
        <translation>Der Proxy wurde nicht gefunden: %1</translation>
    </message>
    <message>
        <source>The proxy did not make the connection to %1: %2</source>
        <translation>Der Proxy hat keine Verbindung zu %1 hergestellt: %2</translation>
    </message>
    <message>
        <source>No TLS connection to %1 could be made: %2. Check that the server speaks https on this port.</source>
        <translation>Es konnte keine TLS-Verbindung zu %1 hergestellt werden: %2. Prüfen Sie, ob der Server auf diesem Port https spricht.</translation>
    </message>
    <message>
        <source>No connection to %1 could be made: %2</source>
        <translation>Es konnte keine Verbindung zu %1 hergestellt werden: %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2 Nothing was sent. Name its authority in the settings of this request, or turn the check off for a server of your own.</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig: %2 Es wurde nichts gesendet. Geben Sie die Zertifizierungsstelle in den Einstellungen dieser Anfrage an oder schalten Sie die Prüfung für einen eigenen Server ab.</translation>
    </message>
    <message>
        <source>%1 closed the kept connection before any byte of an answer. Whether it read the request is unknown, so it was not sent a second time. Sending again makes a new connection.</source>
        <translation>%1 hat die offen gehaltene Verbindung vor dem ersten Byte einer Antwort geschlossen. Ob die Anfrage gelesen wurde, ist unbekannt; sie wurde daher kein zweites Mal gesendet. Beim erneuten Senden wird eine neue Verbindung aufgebaut.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke within the answer: %2</source>
        <translation>Die Verbindung zu %1 brach während der Antwort ab: %2</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer: %2</source>
        <translation>Die Verbindung zu %1 brach vor der Antwort ab: %2</translation>
    </message>
    <message>
        <source>The answer of %1 could not be read: %2</source>
        <translation>Die Antwort von %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 sent over 100 interim answers (1xx) and no final one.</source>
        <translation>%1 hat über 100 vorläufige Antworten (1xx) und keine endgültige gesendet.</translation>
    </message>
    <message>
        <source>Looking up %1 took longer than %2 s.</source>
        <translation>Die Namensauflösung von %1 dauerte länger als %2 s.</translation>
    </message>
    <message>
        <source>%1 did not take the connection within %2 s: check the address, the port and firewalls.</source>
        <translation>%1 hat die Verbindung nicht innerhalb von %2 s angenommen: Prüfen Sie Adresse, Port und Firewalls.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 took longer than %2 s. Check that the server speaks https on this port.</source>
        <translation>Der TLS-Handshake mit %1 dauerte länger als %2 s. Prüfen Sie, ob der Server auf diesem Port https spricht.</translation>
    </message>
    <message>
        <source>%1 read nothing more of the request for %2 s.</source>
        <translation>%1 hat %2 s lang nichts mehr von der Anfrage gelesen.</translation>
    </message>
    <message>
        <source>Within its answer %1 sent nothing for %2 s.</source>
        <translation>%1 hat während der Antwort %2 s lang nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%1 hat nicht innerhalb von %2 s geantwortet.</translation>
    </message>
    <message>
        <source>The whole answer of %1 did not come within %2 s.</source>
        <translation>Die Antwort von %1 kam nicht innerhalb von %2 s vollständig an.</translation>
    </message>
    <message>
        <source>The exchange with %1 did not end within %2 s.</source>
        <translation>Der Austausch mit %1 endete nicht innerhalb von %2 s.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be sent as a method: it must be one word of letters, digits and marks such as - and _.</source>
        <translation>%1 kann nicht als Methode gesendet werden: Sie muss ein einzelnes Wort aus Buchstaben, Ziffern und Zeichen wie - und _ sein.</translation>
    </message>
    <message>
        <source>The header %1 can&apos;t be sent: a name must be one word, and a value may not hold line ends or NUL.</source>
        <translation>Der Header %1 kann nicht gesendet werden: Ein Name muss ein einzelnes Wort sein, und ein Wert darf weder Zeilenenden noch NUL enthalten.</translation>
    </message>
    <message>
        <source>A secret is needed to sign as %1. Choose one, or send unsigned.</source>
        <translation>Zum Signieren als %1 ist ein Geheimnis nötig. Wählen Sie eines oder senden Sie ohne Signatur.</translation>
    </message>
    <message>
        <source>The sample %1 can&apos;t be read.</source>
        <translation>Das Beispiel %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is not a URL that can be sent to. It must begin with http:// or https:// and a host.</source>
        <translation>%1 ist keine URL, an die gesendet werden kann. Sie muss mit http:// oder https:// und einem Host beginnen.</translation>
    </message>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2</source>
        <translation>%1 kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>it is neither PEM nor a PKCS #12 file that opens with this passphrase.</source>
        <translation>Es ist weder PEM noch eine PKCS #12-Datei, die sich mit dieser Passphrase öffnen lässt.</translation>
    </message>
    <message>
        <source>it holds no certificate.</source>
        <translation>Es enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>it holds no private key that opens with this passphrase.</source>
        <translation>Es enthält keinen privaten Schlüssel, der sich mit dieser Passphrase öffnen lässt.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Catches webhooks and says whether their signature is good.</source>
        <translation>Empfängt Webhooks und zeigt, ob ihre Signatur stimmt.</translation>
    </message>
    <message>
        <source>Listen on this port; without it, on the port of the preferences.</source>
        <translation>Auf diesem Port lauschen; ohne Angabe auf dem Port aus den Einstellungen.</translation>
    </message>
    <message>
        <source>The workspace to open; without it, your own default one.</source>
        <translation>Der zu öffnende Arbeitsbereich; ohne Angabe Ihr Standardarbeitsbereich.</translation>
    </message>
    <message>
        <source>creel opens one workspace at a time.</source>
        <translation>creel öffnet nur einen Arbeitsbereich auf einmal.</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>Der Arbeitsbereich konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>JavaScript reads %1</source>
        <translation>JavaScript liest %1</translation>
    </message>
    <message>
        <source>%1 · at receipt</source>
        <translation>%1 · beim Empfang</translation>
    </message>
    <message>
        <source>%1 · %2 before receipt</source>
        <translation>%1 · %2 vor dem Empfang</translation>
    </message>
    <message>
        <source>%1 · %2 after receipt</source>
        <translation>%1 · %2 nach dem Empfang</translation>
    </message>
    <message>
        <source>These bytes are not valid HTTP; they are kept as they came.</source>
        <translation>Diese Bytes sind kein gültiges HTTP; sie werden so aufbewahrt, wie sie ankamen.</translation>
    </message>
    <message>
        <source>The sender stopped before the request was complete.</source>
        <translation>Der Absender hörte auf, bevor die Anfrage vollständig war.</translation>
    </message>
    <message>
        <source>The request was over a limit of the receiver; what was read is kept.</source>
        <translation>Die Anfrage überschritt eine Grenze des Empfängers; was gelesen wurde, ist gespeichert.</translation>
    </message>
    <message>
        <source>The signature is good and its time is within the limit.</source>
        <translation>Die Signatur stimmt, und ihre Zeit liegt innerhalb der Grenze.</translation>
    </message>
    <message>
        <source>The signature does not match; the Signature tab says why.</source>
        <translation>Die Signatur stimmt nicht überein; der Tab „Signatur“ zeigt, warum.</translation>
    </message>
    <message>
        <source>The signature is good, but its time is outside the limit.</source>
        <translation>Die Signatur stimmt, aber ihre Zeit liegt außerhalb der Grenze.</translation>
    </message>
    <message>
        <source>No signature came with it; the sender may have no secret set.</source>
        <translation>Es kam keine Signatur mit; beim Absender ist vielleicht kein Geheimnis eingestellt.</translation>
    </message>
    <message>
        <source>The signature could not be read.</source>
        <translation>Die Signatur konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It could not be verified; the Signature tab says why.</source>
        <translation>Die Prüfung war nicht möglich; der Tab „Signatur“ zeigt, warum.</translation>
    </message>
    <message>
        <source>Nothing is verified: its endpoint has no provider set.</source>
        <translation>Es wird nichts geprüft: Für den Endpunkt ist kein Anbieter eingestellt.</translation>
    </message>
    <message>
        <source>This looks like %1, and nothing is verified yet: choose the event and add the secret.</source>
        <translation>Das sieht nach %1 aus, und noch wird nichts geprüft: Wählen Sie das Ereignis und fügen Sie das Geheimnis hinzu.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>Ohne Signatur</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1
UTC: %2</source>
        <translation>%1
UTC: %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Answered with %1</source>
        <translation>Beantwortet mit %1</translation>
    </message>
    <message>
        <source>No answer was sent</source>
        <translation>Es wurde keine Antwort gesendet</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>Signatur: %1</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>Kopie des Arbeitsbereichs speichern</translation>
    </message>
    <message>
        <source>Workspaces (*.creel)</source>
        <translation>Arbeitsbereiche (*.creel)</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>&amp;Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>Arbeitsbereich ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt verwendet</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Kopie &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Compact workspace</source>
        <translation>Arbeitsbereich &amp;komprimieren</translation>
    </message>
    <message>
        <source>C&amp;lose window</source>
        <translation>Fenster sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all events</source>
        <translation>&amp;Alle Ereignisse auswählen</translation>
    </message>
    <message>
        <source>&amp;Find events</source>
        <translation>Ereignisse &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Follow newest</source>
        <translation>&amp;Neuestem folgen</translation>
    </message>
    <message>
        <source>Show &amp;newest</source>
        <translation>Neuestes an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Side bar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Show se&amp;crets</source>
        <translation>&amp;Geheimnisse anzeigen</translation>
    </message>
    <message>
        <source>Details where there is &amp;room</source>
        <translation>Details, wo &amp;Platz ist</translation>
    </message>
    <message>
        <source>Details on the &amp;right</source>
        <translation>Details &amp;rechts</translation>
    </message>
    <message>
        <source>Details &amp;below</source>
        <translation>Details &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>&amp;Body</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>S&amp;ignatur</translation>
    </message>
    <message>
        <source>R&amp;esponse</source>
        <translation>An&amp;twort</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>&amp;Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Pre&amp;vious event</source>
        <translation>&amp;Vorheriges Ereignis</translation>
    </message>
    <message>
        <source>Peek at the &amp;body</source>
        <translation>&amp;Body kurz ansehen</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>&amp;Anheften oder lösen</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Etiketten…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Start or stop &amp;listening</source>
        <translation>&amp;Empfang starten oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>Signature &amp;schemes…</source>
        <translation>&amp;Signaturverfahren…</translation>
    </message>
    <message>
        <source>&amp;New endpoint…</source>
        <translation>&amp;Neuer Endpunkt…</translation>
    </message>
    <message>
        <source>&amp;Edit endpoint…</source>
        <translation>Endpunkt &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Delete endpoint</source>
        <translation>Endpunkt &amp;löschen</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>&amp;Protokoll anzeigen</translation>
    </message>
    <message>
        <source>&amp;About Creel</source>
        <translation>Ü&amp;ber Creel</translation>
    </message>
    <message>
        <source>The export was canceled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This is not JSON: it breaks off at byte %1.</source>
        <translation>Das ist kein JSON: Es bricht bei Byte %1 ab.</translation>
    </message>
    <message>
        <source>Each of &quot;headers&quot; and &quot;names&quot; is an object with the lists &quot;added&quot; and &quot;removed&quot;.</source>
        <translation>„headers“ und „names“ sind jeweils ein Objekt mit den Listen „added“ und „removed“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the lists &quot;added&quot; and &quot;removed&quot;.</source>
        <translation>„%1“ ist keine der Listen „added“ und „removed“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a header or value.</source>
        <translation>„%1“ kann nicht der Name eines Headers oder Werts sein.</translation>
    </message>
    <message>
        <source>Cannot write the mask rules to &quot;%1&quot;: %2.</source>
        <translation>Die Maskierungsregeln können nicht nach „%1“ geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The document is no JSON object.</source>
        <translation>Das Dokument ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is unknown.</source>
        <translation>Das Feld „%1“ ist unbekannt.</translation>
    </message>
    <message>
        <source>Cannot read the mask rules in &quot;%1&quot;: %2.</source>
        <translation>Die Maskierungsregeln in „%1“ können nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The mask rules in &quot;%1&quot; are longer than 1 MiB.</source>
        <translation>Die Maskierungsregeln in „%1“ sind länger als 1 MiB.</translation>
    </message>
    <message>
        <source>The mask rules in &quot;%1&quot; cannot be read: %2 Correct or delete the file.</source>
        <translation>Die Maskierungsregeln in „%1“ können nicht gelesen werden: %2 Korrigieren oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; cannot be read.</source>
        <translation>Das Feld „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is no event: it has neither &quot;head_base64&quot; nor &quot;method&quot;.</source>
        <translation>Das ist kein Ereignis: Es hat weder „head_base64“ noch „method“.</translation>
    </message>
    <message>
        <source>The decoded body is larger than the limit of %1 bytes</source>
        <translation>Der dekodierte Body ist größer als die Grenze von %1 Bytes</translation>
    </message>
    <message>
        <source>The body is not valid %1 (byte %2)</source>
        <translation>Der Body ist kein gültiges %1 (Byte %2)</translation>
    </message>
    <message>
        <source>The body is encoded as &quot;%1&quot;, which Creel cannot decode: it shows the bytes as they came</source>
        <translation>Der Body ist als „%1“ kodiert, was Creel nicht dekodieren kann: Die Bytes werden so gezeigt, wie sie ankamen</translation>
    </message>
    <message>
        <source>The body is encoded more than five times</source>
        <translation>Der Body ist mehr als fünfmal kodiert</translation>
    </message>
    <message>
        <source>The %1 data of the body are cut off (byte %2)</source>
        <translation>Die %1-Daten des Bodys sind abgeschnitten (Byte %2)</translation>
    </message>
    <message>
        <source>Content-Type names no valid boundary, so the parts cannot be told apart (byte %1)</source>
        <translation>Content-Type nennt keine gültige Boundary, daher lassen sich die Teile nicht trennen (Byte %1)</translation>
    </message>
    <message>
        <source>The body has no line with the boundary (byte %1)</source>
        <translation>Der Body hat keine Zeile mit der Boundary (Byte %1)</translation>
    </message>
    <message>
        <source>The last part does not end with the boundary (byte %1)</source>
        <translation>Der letzte Teil endet nicht mit der Boundary (Byte %1)</translation>
    </message>
    <message>
        <source>The headers of a part are not valid (byte %1)</source>
        <translation>Die Header eines Teils sind ungültig (Byte %1)</translation>
    </message>
    <message>
        <source>The headers of a part are larger than the limit (byte %1)</source>
        <translation>Die Header eines Teils sind größer als die Grenze (Byte %1)</translation>
    </message>
    <message>
        <source>There are more parts than the limit allows (byte %1)</source>
        <translation>Es gibt mehr Teile, als die Grenze erlaubt (Byte %1)</translation>
    </message>
    <message>
        <source>TLS on a plain port: the sender speaks https, use http:// (byte %1)</source>
        <translation>TLS auf einem Port ohne TLS: Der Absender spricht https, verwenden Sie http:// (Byte %1)</translation>
    </message>
    <message>
        <source>HTTP/2 without upgrade: the sender must use HTTP/1.1 (byte %1)</source>
        <translation>HTTP/2 ohne Upgrade: Der Absender muss HTTP/1.1 verwenden (Byte %1)</translation>
    </message>
    <message>
        <source>The request does not begin with a method (byte %1)</source>
        <translation>Die Anfrage beginnt nicht mit einer Methode (Byte %1)</translation>
    </message>
    <message>
        <source>The request line has no valid target (byte %1)</source>
        <translation>Die Anfragezeile hat kein gültiges Ziel (Byte %1)</translation>
    </message>
    <message>
        <source>The start line has no valid HTTP version (byte %1)</source>
        <translation>Die Startzeile hat keine gültige HTTP-Version (Byte %1)</translation>
    </message>
    <message>
        <source>The HTTP version is neither 1.0 nor 1.1 (byte %1)</source>
        <translation>Die HTTP-Version ist weder 1.0 noch 1.1 (Byte %1)</translation>
    </message>
    <message>
        <source>The status line is not valid (byte %1)</source>
        <translation>Die Statuszeile ist ungültig (Byte %1)</translation>
    </message>
    <message>
        <source>A line ends in LF without CR (byte %1)</source>
        <translation>Eine Zeile endet mit LF ohne CR (Byte %1)</translation>
    </message>
    <message>
        <source>A CR stands without LF (byte %1)</source>
        <translation>Ein CR steht ohne LF (Byte %1)</translation>
    </message>
    <message>
        <source>The first header line begins with a blank (byte %1)</source>
        <translation>Die erste Header-Zeile beginnt mit einem Leerzeichen (Byte %1)</translation>
    </message>
    <message>
        <source>A header is folded over two lines, which HTTP/1.1 has withdrawn (byte %1)</source>
        <translation>Ein Header ist auf zwei Zeilen umbrochen, was HTTP/1.1 nicht mehr zulässt (Byte %1)</translation>
    </message>
    <message>
        <source>A header name is empty or has a character that is not allowed (byte %1)</source>
        <translation>Ein Header-Name ist leer oder enthält ein unzulässiges Zeichen (Byte %1)</translation>
    </message>
    <message>
        <source>A blank stands between a header name and its colon (byte %1)</source>
        <translation>Zwischen einem Header-Namen und seinem Doppelpunkt steht ein Leerzeichen (Byte %1)</translation>
    </message>
    <message>
        <source>A header line has no colon (byte %1)</source>
        <translation>Eine Header-Zeile hat keinen Doppelpunkt (Byte %1)</translation>
    </message>
    <message>
        <source>A header value has a control character (byte %1)</source>
        <translation>Ein Header-Wert enthält ein Steuerzeichen (Byte %1)</translation>
    </message>
    <message>
        <source>An HTTP/1.1 request must have a Host header (byte %1)</source>
        <translation>Eine HTTP/1.1-Anfrage muss einen Host-Header haben (Byte %1)</translation>
    </message>
    <message>
        <source>The request has more than one Host header (byte %1)</source>
        <translation>Die Anfrage hat mehr als einen Host-Header (Byte %1)</translation>
    </message>
    <message>
        <source>The Host header is not a host and port (byte %1)</source>
        <translation>Der Host-Header besteht nicht aus Host und Port (Byte %1)</translation>
    </message>
    <message>
        <source>Content-Length is not a decimal number in range (byte %1)</source>
        <translation>Content-Length ist keine Dezimalzahl im zulässigen Bereich (Byte %1)</translation>
    </message>
    <message>
        <source>Two Content-Length headers differ (byte %1)</source>
        <translation>Zwei Content-Length-Header unterscheiden sich (Byte %1)</translation>
    </message>
    <message>
        <source>Content-Length and Transfer-Encoding are both there, as in request smuggling (byte %1)</source>
        <translation>Content-Length und Transfer-Encoding sind beide vorhanden, wie beim Request Smuggling (Byte %1)</translation>
    </message>
    <message>
        <source>Transfer-Encoding is something else than &quot;chunked&quot; (byte %1)</source>
        <translation>Transfer-Encoding ist etwas anderes als „chunked“ (Byte %1)</translation>
    </message>
    <message>
        <source>Transfer-Encoding is not allowed in HTTP/1.0 (byte %1)</source>
        <translation>Transfer-Encoding ist in HTTP/1.0 nicht erlaubt (Byte %1)</translation>
    </message>
    <message>
        <source>The Connection header is not a list of tokens (byte %1)</source>
        <translation>Der Connection-Header ist keine Liste von Tokens (Byte %1)</translation>
    </message>
    <message>
        <source>A chunk size is not a hexadecimal number in range (byte %1)</source>
        <translation>Eine Chunk-Größe ist keine Hexadezimalzahl im zulässigen Bereich (Byte %1)</translation>
    </message>
    <message>
        <source>A chunk extension is not valid (byte %1)</source>
        <translation>Eine Chunk-Erweiterung ist ungültig (Byte %1)</translation>
    </message>
    <message>
        <source>The line of a chunk size is over 4 KB long (byte %1)</source>
        <translation>Die Zeile einer Chunk-Größe ist über 4 KB lang (Byte %1)</translation>
    </message>
    <message>
        <source>The data of a chunk does not end where its size says (byte %1)</source>
        <translation>Die Daten eines Chunks enden nicht dort, wo es seine Größe angibt (Byte %1)</translation>
    </message>
    <message>
        <source>Host, Content-Length and Transfer-Encoding are not allowed in a trailer (byte %1)</source>
        <translation>Host, Content-Length und Transfer-Encoding sind in einem Trailer nicht erlaubt (Byte %1)</translation>
    </message>
    <message>
        <source>The headers are larger than the limit (byte %1)</source>
        <translation>Die Header sind größer als die Grenze (Byte %1)</translation>
    </message>
    <message>
        <source>There are more headers than the limit allows (byte %1)</source>
        <translation>Es gibt mehr Header, als die Grenze erlaubt (Byte %1)</translation>
    </message>
    <message>
        <source>The body is larger than the limit (byte %1)</source>
        <translation>Der Body ist größer als die Grenze (Byte %1)</translation>
    </message>
    <message>
        <source>The connection ended within the message (byte %1)</source>
        <translation>Die Verbindung endete mitten in der Nachricht (Byte %1)</translation>
    </message>
    <message>
        <source>The URL does not begin with http:// or https:// (byte %1)</source>
        <translation>Die URL beginnt nicht mit http:// oder https:// (Byte %1)</translation>
    </message>
    <message>
        <source>The URL has a blank or a control character; write it as %XX (byte %1)</source>
        <translation>Die URL enthält ein Leerzeichen oder Steuerzeichen; schreiben Sie es als %XX (Byte %1)</translation>
    </message>
    <message>
        <source>The URL has no valid host (byte %1)</source>
        <translation>Die URL hat keinen gültigen Host (Byte %1)</translation>
    </message>
    <message>
        <source>The port of the URL is not a number from 1 to 65535 (byte %1)</source>
        <translation>Der Port der URL ist keine Zahl von 1 bis 65535 (Byte %1)</translation>
    </message>
    <message>
        <source>There is no value.</source>
        <translation>Es ist kein Wert vorhanden.</translation>
    </message>
    <message>
        <source>The text ends inside a value.</source>
        <translation>Der Text endet mitten in einem Wert.</translation>
    </message>
    <message>
        <source>No JSON value starts like this.</source>
        <translation>So beginnt kein JSON-Wert.</translation>
    </message>
    <message>
        <source>This is not a JSON number.</source>
        <translation>Das ist keine JSON-Zahl.</translation>
    </message>
    <message>
        <source>Only true, false and null are words of JSON.</source>
        <translation>JSON kennt nur die Wörter true, false und null.</translation>
    </message>
    <message>
        <source>There is no such escape in a JSON string.</source>
        <translation>Diese Escape-Sequenz gibt es in JSON-Zeichenketten nicht.</translation>
    </message>
    <message>
        <source>A control character stands in a string without an escape.</source>
        <translation>In einer Zeichenkette steht ein Steuerzeichen ohne Escape.</translation>
    </message>
    <message>
        <source>A member&apos;s name in double quotes is expected.</source>
        <translation>Erwartet wird ein Feldname in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>A colon is expected after a member&apos;s name.</source>
        <translation>Nach einem Feldnamen wird ein Doppelpunkt erwartet.</translation>
    </message>
    <message>
        <source>A comma or the end of the array or object is expected.</source>
        <translation>Erwartet wird ein Komma oder das Ende des Arrays oder Objekts.</translation>
    </message>
    <message>
        <source>This bracket closes what was not opened.</source>
        <translation>Diese Klammer schließt etwas, das nicht geöffnet wurde.</translation>
    </message>
    <message>
        <source>A comma stands before the end of an array or object.</source>
        <translation>Vor dem Ende eines Arrays oder Objekts steht ein Komma.</translation>
    </message>
    <message>
        <source>More than 1024 arrays and objects stand in each other.</source>
        <translation>Mehr als 1024 Arrays und Objekte sind ineinander verschachtelt.</translation>
    </message>
    <message>
        <source>Something follows the end of the JSON value.</source>
        <translation>Nach dem Ende des JSON-Werts folgt noch etwas.</translation>
    </message>
    <message>
        <source>A string has bytes that are not UTF-8.</source>
        <translation>Eine Zeichenkette enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
        <source>A string has half of a surrogate pair.</source>
        <translation>Eine Zeichenkette enthält ein halbes Surrogatpaar.</translation>
    </message>
    <message>
        <source>Port %1 on %2 is taken by %3. Stop it, or choose another port.</source>
        <translation>Port %1 auf %2 ist von %3 belegt. Beenden Sie dieses Programm oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Port %1 on %2 is taken by another program. Choose another port.</source>
        <translation>Port %1 auf %2 ist von einem anderen Programm belegt. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>This user may not listen on port %1 of %2. Choose a port above 1023.</source>
        <translation>Dieser Benutzer darf nicht auf Port %1 von %2 lauschen. Wählen Sie einen Port über 1023.</translation>
    </message>
    <message>
        <source>Could not listen on port %1 of %2: %3. Check the address in the settings.</source>
        <translation>Auf Port %1 von %2 konnte nicht gelauscht werden: %3. Prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>`%1` is no IP address. Use one such as 127.0.0.1 or 0.0.0.0.</source>
        <translation>„%1“ ist keine IP-Adresse. Verwenden Sie eine wie 127.0.0.1 oder 0.0.0.0.</translation>
    </message>
    <message>
        <source>The body is larger than 1 MiB and this scheme needs it as a whole: it is verified from the store.</source>
        <translation>Der Body ist größer als 1 MiB, und dieses Verfahren braucht ihn als Ganzes: Er wird aus dem Speicher geprüft.</translation>
    </message>
    <message>
        <source>The receiver was stopped before the request ended.</source>
        <translation>Der Empfänger wurde angehalten, bevor die Anfrage zu Ende war.</translation>
    </message>
    <message>
        <source>The connection broke before the request ended.</source>
        <translation>Die Verbindung brach ab, bevor die Anfrage zu Ende war.</translation>
    </message>
    <message>
        <source>The head of the request took longer than the time limit.</source>
        <translation>Der Kopf der Anfrage brauchte länger als das Zeitlimit.</translation>
    </message>
    <message>
        <source>The body of the request made no progress within the time limit.</source>
        <translation>Der Body der Anfrage kam innerhalb des Zeitlimits nicht voran.</translation>
    </message>
    <message>
        <source>The sender closed the connection before the request ended.</source>
        <translation>Der Absender schloss die Verbindung, bevor die Anfrage zu Ende war.</translation>
    </message>
    <message>
        <source>Too many connections are open.</source>
        <translation>Es sind zu viele Verbindungen offen.</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>Could not listen: too many files are open. Close other programs.</source>
        <translation>Der Empfang konnte nicht gestartet werden: Es sind zu viele Dateien geöffnet. Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The event was not stored: there is no room left.</source>
        <translation>Das Ereignis wurde nicht gespeichert: Es ist kein Platz mehr frei.</translation>
    </message>
    <message>
        <source>The event could not be stored.</source>
        <translation>Das Ereignis konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>There is no system keychain to keep secrets in (%1). %2</source>
        <translation>Es gibt keinen Systemschlüsselbund, der Geheimnisse aufbewahren kann (%1). %2</translation>
    </message>
    <message>
        <source>The system keychain did not answer within %1 seconds. Unlock it (a prompt may be hidden behind other windows) and try again. %2</source>
        <translation>Der Systemschlüsselbund hat nicht innerhalb von %1 Sekunden geantwortet. Entsperren Sie ihn (eine Abfrage liegt vielleicht hinter anderen Fenstern) und versuchen Sie es erneut. %2</translation>
    </message>
    <message>
        <source>The system keychain is locked or refused the request (%1). Unlock it and try again. %2</source>
        <translation>Der Systemschlüsselbund ist gesperrt oder hat die Anfrage abgelehnt (%1). Entsperren Sie ihn und versuchen Sie es erneut. %2</translation>
    </message>
    <message>
        <source>The keychain holds no value for this secret. Enter the secret again.</source>
        <translation>Der Schlüsselbund enthält keinen Wert für dieses Geheimnis. Geben Sie das Geheimnis erneut ein.</translation>
    </message>
    <message>
        <source>The secret is larger than %1 KB; check what was pasted.</source>
        <translation>Das Geheimnis ist größer als %1 KB; prüfen Sie, was eingefügt wurde.</translation>
    </message>
    <message>
        <source>No value is held for this secret. Enter the secret again.</source>
        <translation>Für dieses Geheimnis ist kein Wert vorhanden. Geben Sie das Geheimnis erneut ein.</translation>
    </message>
    <message>
        <source>Can&apos;t read the secret from %1: %2</source>
        <translation>Das Geheimnis kann nicht aus %1 gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB and can&apos;t be a secret.</source>
        <translation>%1 ist größer als 1 MB und kann kein Geheimnis sein.</translation>
    </message>
    <message>
        <source>%1 is empty and holds no secret.</source>
        <translation>%1 ist leer und enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>The environment variable %1 is empty.</source>
        <translation>Die Umgebungsvariable %1 ist leer.</translation>
    </message>
    <message>
        <source>There is no D-Bus session, so no keychain can be reached.</source>
        <translation>Es gibt keine D-Bus-Sitzung, daher ist kein Schlüsselbund erreichbar.</translation>
    </message>
    <message>
        <source>Check the Credential Manager in the Control Panel.</source>
        <translation>Prüfen Sie die Anmeldeinformationsverwaltung in der Systemsteuerung.</translation>
    </message>
    <message>
        <source>Unlock the login keychain in Keychain Access.</source>
        <translation>Entsperren Sie den Schlüsselbund „Anmeldung“ in der Schlüsselbundverwaltung.</translation>
    </message>
    <message>
        <source>Install libsecret-1-0 and gnome-keyring (or another Secret Service such as KeePassXC or KWallet) and sign in to a desktop session, or give secrets by an environment variable or a file.</source>
        <translation>Installieren Sie libsecret-1-0 und gnome-keyring (oder einen anderen Secret Service wie KeePassXC oder KWallet) und melden Sie sich an einer Desktop-Sitzung an oder geben Sie Geheimnisse über eine Umgebungsvariable oder eine Datei an.</translation>
    </message>
    <message>
        <source>Verifies one webhook by the scheme &quot;%1&quot;. The body is the raw body: never parse it and write it again first.</source>
        <translation>Prüft einen Webhook nach dem Verfahren „%1“. Der Body ist der rohe Body: niemals vorher parsen und neu schreiben.</translation>
    </message>
    <message>
        <source>An object is expected here.</source>
        <translation>Hier wird ein Objekt erwartet.</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>Das ist kein JSON.</translation>
    </message>
    <message>
        <source>A list is expected here.</source>
        <translation>Hier wird eine Liste erwartet.</translation>
    </message>
    <message>
        <source>A text is expected here.</source>
        <translation>Hier wird ein Text erwartet.</translation>
    </message>
    <message>
        <source>true or false is expected here.</source>
        <translation>Hier wird true oder false erwartet.</translation>
    </message>
    <message>
        <source>A number of seconds or null is expected here.</source>
        <translation>Hier wird eine Anzahl Sekunden oder null erwartet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here.</source>
        <translation>„%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The algorithm &quot;%1&quot; is not known.</source>
        <translation>Der Algorithmus „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>Die Kodierung „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a place: header:NAME, json:/pointer, form:NAME, query:NAME or sig:KEY.</source>
        <translation>„%1“ ist keine Stelle: header:NAME, json:/pointer, form:NAME, query:NAME oder sig:KEY.</translation>
    </message>
    <message>
        <source>The variable {%1} is not known.</source>
        <translation>Die Variable {%1} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A pair of a name and a template is expected here.</source>
        <translation>Hier wird ein Paar aus Name und Vorlage erwartet.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is not known.</source>
        <translation>Das Feld „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The secret does not start with &quot;%1&quot;.</source>
        <translation>Das Geheimnis beginnt nicht mit „%1“.</translation>
    </message>
    <message>
        <source>The secret is not hexadecimal, as this scheme wants it.</source>
        <translation>Das Geheimnis ist nicht hexadezimal, wie es dieses Verfahren verlangt.</translation>
    </message>
    <message>
        <source>The secret is not base64, as this scheme wants it.</source>
        <translation>Das Geheimnis ist kein base64, wie es dieses Verfahren verlangt.</translation>
    </message>
    <message>
        <source>The key is empty or too long.</source>
        <translation>Der Schlüssel ist leer oder zu lang.</translation>
    </message>
    <message>
        <source>This is not a key that can be read: PEM, a certificate, JWKS, base64 or hexadecimal.</source>
        <translation>Das ist kein lesbarer Schlüssel: PEM, ein Zertifikat, JWKS, base64 oder hexadezimal.</translation>
    </message>
    <message>
        <source>The secret is empty.</source>
        <translation>Das Geheimnis ist leer.</translation>
    </message>
    <message>
        <source>Something that is signed is absent: %1.</source>
        <translation>Etwas Signiertes fehlt: %1.</translation>
    </message>
    <message>
        <source>The signature does not have the form that the scheme expects.</source>
        <translation>Die Signatur hat nicht die Form, die das Verfahren erwartet.</translation>
    </message>
    <message>
        <source>None of the signatures is for the own public key.</source>
        <translation>Keine der Signaturen gilt für den eigenen öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>The body has no form field &quot;%1&quot;.</source>
        <translation>Der Body hat kein Formularfeld „%1“.</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; is needed to sign with this scheme.</source>
        <translation>Zum Signieren nach diesem Verfahren ist die Einstellung „%1“ nötig.</translation>
    </message>
    <message>
        <source>The body is not what this scheme signs.</source>
        <translation>Der Body ist nicht das, was dieses Verfahren signiert.</translation>
    </message>
    <message>
        <source>The body has nothing to sign at %1.</source>
        <translation>Der Body enthält bei %1 nichts zu signieren.</translation>
    </message>
    <message>
        <source>Not every item has a signature that can be read.</source>
        <translation>Nicht jedes Element hat eine lesbare Signatur.</translation>
    </message>
    <message>
        <source>Not every notification has a client state.</source>
        <translation>Nicht jede Benachrichtigung hat einen Client State.</translation>
    </message>
    <message>
        <source>The SignatureVersion is neither 1 nor 2.</source>
        <translation>SignatureVersion ist weder 1 noch 2.</translation>
    </message>
    <message>
        <source>The body is not a JSON object, so the signature has no place in it.</source>
        <translation>Der Body ist kein JSON-Objekt, daher hat die Signatur darin keinen Platz.</translation>
    </message>
    <message>
        <source>The body has no multipart field &quot;json&quot; with an event.</source>
        <translation>Der Body hat kein Multipart-Feld „json“ mit einem Ereignis.</translation>
    </message>
    <message>
        <source>The token was issued by somebody else (claim &quot;iss&quot;).</source>
        <translation>Das Token wurde von jemand anderem ausgestellt (Claim „iss“).</translation>
    </message>
    <message>
        <source>The token is for another URL (claim &quot;sub&quot;).</source>
        <translation>Das Token gilt für eine andere URL (Claim „sub“).</translation>
    </message>
    <message>
        <source>The token is for another audience (claim &quot;aud&quot;).</source>
        <translation>Das Token gilt für eine andere Zielgruppe (Claim „aud“).</translation>
    </message>
    <message>
        <source>The claim &quot;%1&quot; of the token is not true.</source>
        <translation>Der Claim „%1“ des Tokens ist nicht true.</translation>
    </message>
    <message>
        <source>The token does not cover the body: it has no claim &quot;%1&quot;.</source>
        <translation>Das Token deckt den Body nicht ab: Es hat keinen Claim „%1“.</translation>
    </message>
    <message>
        <source>The body is not the one that was signed: the hash in the claim &quot;%1&quot; is another.</source>
        <translation>Der Body ist nicht der signierte: Der Hash im Claim „%1“ ist ein anderer.</translation>
    </message>
    <message>
        <source>The URL is not the one that was signed (claim &quot;%1&quot;).</source>
        <translation>Die URL ist nicht die signierte (Claim „%1“).</translation>
    </message>
    <message>
        <source>Method, path or query are not what was signed (claim &quot;%1&quot;).</source>
        <translation>Methode, Pfad oder Query sind nicht das Signierte (Claim „%1“).</translation>
    </message>
    <message>
        <source>The token is not a JWT that can be read.</source>
        <translation>Das Token ist kein lesbares JWT.</translation>
    </message>
    <message>
        <source>The token has no claim &quot;%1&quot; that can be read.</source>
        <translation>Das Token hat keinen lesbaren Claim „%1“.</translation>
    </message>
    <message>
        <source>The token names the algorithm &quot;%1&quot;, which this scheme does not allow.</source>
        <translation>Das Token nennt den Algorithmus „%1“, den dieses Verfahren nicht erlaubt.</translation>
    </message>
    <message>
        <source>Signing needs the private key, of the type that the scheme uses.</source>
        <translation>Zum Signieren ist der private Schlüssel des Typs nötig, den das Verfahren verwendet.</translation>
    </message>
    <message>
        <source>The body is not the one that was signed: Content-Digest is another.</source>
        <translation>Der Body ist nicht der signierte: Content-Digest ist ein anderer.</translation>
    </message>
    <message>
        <source>Content-Digest has no digest that is known: sha-256 or sha-512.</source>
        <translation>Content-Digest hat keinen bekannten Digest: sha-256 oder sha-512.</translation>
    </message>
    <message>
        <source>Signature-Input has no member &quot;%1&quot;.</source>
        <translation>Signature-Input hat kein Feld „%1“.</translation>
    </message>
    <message>
        <source>Something that is to be signed is absent: %1.</source>
        <translation>Etwas, das signiert werden soll, fehlt: %1.</translation>
    </message>
    <message>
        <source>Signature-Input can&apos;t be read.</source>
        <translation>Signature-Input kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The signature can&apos;t be decoded: it is not written in %1.</source>
        <translation>Die Signatur kann nicht dekodiert werden: Sie ist nicht in %1 geschrieben.</translation>
    </message>
    <message>
        <source>The signature names the algorithm &quot;%1&quot;, which this scheme does not allow.</source>
        <translation>Die Signatur nennt den Algorithmus „%1“, den dieses Verfahren nicht erlaubt.</translation>
    </message>
    <message>
        <source>The query parameter bodySHA256 is not the SHA-256 of the body.</source>
        <translation>Der Query-Parameter bodySHA256 ist nicht der SHA-256 des Bodys.</translation>
    </message>
    <message>
        <source>The timestamp is absent: %1.</source>
        <translation>Der Zeitstempel fehlt: %1.</translation>
    </message>
    <message>
        <source>The timestamp can&apos;t be read: %1.</source>
        <translation>Der Zeitstempel kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a place.</source>
        <translation>„%1“ ist keine Stelle.</translation>
    </message>
    <message>
        <source>&quot;id&quot; is absent or not made of a-z, 0-9, &quot;-&quot;, &quot;_&quot; and &quot;.&quot;.</source>
        <translation>„id“ fehlt oder besteht nicht aus a-z, 0-9, „-“, „_“ und „.“.</translation>
    </message>
    <message>
        <source>&quot;name&quot; is absent.</source>
        <translation>„name“ fehlt.</translation>
    </message>
    <message>
        <source>The kind &quot;%1&quot; is not known.</source>
        <translation>Die Art „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>&quot;signature&quot; is absent: the places where the signature stands.</source>
        <translation>„signature“ fehlt: die Stellen, an denen die Signatur steht.</translation>
    </message>
    <message>
        <source>&quot;content&quot; is absent: the template of what is signed.</source>
        <translation>„content“ fehlt: die Vorlage für das, was signiert wird.</translation>
    </message>
    <message>
        <source>&quot;jwt&quot; must name its algorithms, and &quot;none&quot; is not one.</source>
        <translation>„jwt“ muss seine Algorithmen nennen, und „none“ ist keiner.</translation>
    </message>
    <message>
        <source>The file is too large for a scheme.</source>
        <translation>Die Datei ist zu groß für ein Verfahren.</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Something stands behind the object.</source>
        <translation>Hinter dem Objekt steht noch etwas.</translation>
    </message>
    <message>
        <source>This is not a list of schemes.</source>
        <translation>Das ist keine Liste von Verfahren.</translation>
    </message>
    <message>
        <source>%1 does not sign its webhooks.</source>
        <translation>%1 signiert seine Webhooks nicht.</translation>
    </message>
    <message>
        <source>There is no signature: %1 is absent.</source>
        <translation>Es gibt keine Signatur: %1 fehlt.</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; can&apos;t be read: %2.</source>
        <translation>Die Einstellung „%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The signature is right.</source>
        <translation>Die Signatur stimmt.</translation>
    </message>
    <message>
        <source>The signature does not match under any of the secrets.</source>
        <translation>Die Signatur stimmt mit keinem der Geheimnisse überein.</translation>
    </message>
    <message>
        <source>The secret does not suit the algorithm of the scheme.</source>
        <translation>Das Geheimnis passt nicht zum Algorithmus des Verfahrens.</translation>
    </message>
    <message>
        <source>The key can&apos;t make a signature.</source>
        <translation>Mit dem Schlüssel lässt sich keine Signatur erzeugen.</translation>
    </message>
    <message>
        <source>No key pair can be made here.</source>
        <translation>Hier kann kein Schlüsselpaar erzeugt werden.</translation>
    </message>
    <message>
        <source>The sender may have no secret set: without one, many do not sign.</source>
        <translation>Beim Absender ist vielleicht kein Geheimnis eingestellt: Ohne eines signieren viele nicht.</translation>
    </message>
    <message>
        <source>There is no secret to verify with.</source>
        <translation>Es gibt kein Geheimnis für die Prüfung.</translation>
    </message>
    <message>
        <source>This draft is no longer there.</source>
        <translation>Diesen Entwurf gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The path %1 does not begin with a slash.</source>
        <translation>Der Pfad %1 beginnt nicht mit einem Schrägstrich.</translation>
    </message>
    <message>
        <source>There is an endpoint with the path %1 already.</source>
        <translation>Es gibt schon einen Endpunkt mit dem Pfad %1.</translation>
    </message>
    <message>
        <source>The endpoint / catches every path: it can&apos;t be given another one.</source>
        <translation>Der Endpunkt / nimmt jeden Pfad an: Er kann keinen anderen bekommen.</translation>
    </message>
    <message>
        <source>Another secret of this workspace is called %1.</source>
        <translation>Ein anderes Geheimnis dieses Arbeitsbereichs heißt %1.</translation>
    </message>
    <message>
        <source>This endpoint is no longer there.</source>
        <translation>Diesen Endpunkt gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The endpoint / catches every path and can&apos;t be deleted.</source>
        <translation>Der Endpunkt / nimmt jeden Pfad an und kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>This event is no longer there.</source>
        <translation>Dieses Ereignis gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>An earlier part of this body could not be written.</source>
        <translation>Ein früherer Teil dieses Bodys konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a Creel workspace.</source>
        <translation>%1 ist die Datenbank eines anderen Programms, kein Creel-Arbeitsbereich.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Creel. Install that version to open it.</source>
        <translation>%1 wurde mit einer neueren Version von Creel erstellt. Installieren Sie diese Version, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>The copy %1, which is kept before a change of the file, can&apos;t be written.</source>
        <translation>Die Kopie %1, die vor einer Änderung der Datei aufbewahrt wird, kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is empty: there is no workspace in it.</source>
        <translation>%1 ist leer: Die Datei enthält keinen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>%1 was made by an older version of Creel. Open it once where it can be written.</source>
        <translation>%1 wurde mit einer älteren Version von Creel erstellt. Öffnen Sie die Datei einmal dort, wo sie beschrieben werden kann.</translation>
    </message>
    <message>
        <source>There is no room left for %1. Free some space: catching goes on by itself.</source>
        <translation>Für %1 ist kein Platz mehr frei. Schaffen Sie Platz: Der Empfang geht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: it is read-only.</source>
        <translation>%1 kann nicht beschrieben werden: schreibgeschützt.</translation>
    </message>
    <message>
        <source>The disk that holds %1 does not work as it should (%2).</source>
        <translation>Der Datenträger mit %1 arbeitet nicht richtig (%2).</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened (%2). Look at its folder and rights.</source>
        <translation>%1 kann nicht geöffnet werden (%2). Prüfen Sie Ordner und Rechte.</translation>
    </message>
    <message>
        <source>%1 is not a Creel workspace.</source>
        <translation>%1 ist kein Creel-Arbeitsbereich.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). It was left as it is; open a copy of it.</source>
        <translation>%1 ist beschädigt (%2). Die Datei wurde nicht verändert; öffnen Sie eine Kopie davon.</translation>
    </message>
    <message>
        <source>%1 is in use by another program, which does not let go of it.</source>
        <translation>%1 wird von einem anderen Programm verwendet, das die Datei nicht freigibt.</translation>
    </message>
    <message>
        <source>Reading %1 was stopped.</source>
        <translation>Das Lesen von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The workspace %1 could not do this (%2).</source>
        <translation>Der Arbeitsbereich %1 konnte das nicht ausführen (%2).</translation>
    </message>
    <message>
        <source>There is no workspace %1.</source>
        <translation>Es gibt keinen Arbeitsbereich %1.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made (%2). Look at its folder and rights.</source>
        <translation>%1 kann nicht angelegt werden (%2). Prüfen Sie Ordner und Rechte.</translation>
    </message>
    <message>
        <source>%1 is on a read-only medium and can&apos;t be copied to %2.</source>
        <translation>%1 liegt auf einem schreibgeschützten Datenträger und kann nicht nach %2 kopiert werden.</translation>
    </message>
    <message>
        <source>%1 is on a read-only medium and was not closed well: a temporary copy of it is shown.</source>
        <translation>%1 liegt auf einem schreibgeschützten Datenträger und wurde nicht ordnungsgemäß geschlossen: Eine temporäre Kopie wird angezeigt.</translation>
    </message>
    <message>
        <source>%1 was opened for reading only: nothing can be changed in it.</source>
        <translation>%1 wurde nur zum Lesen geöffnet: Darin kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>The copy %1 can&apos;t be written. Look at its folder and rights.</source>
        <translation>Die Kopie %1 kann nicht geschrieben werden. Prüfen Sie Ordner und Rechte.</translation>
    </message>
    <message>
        <source>Creel ended while this request was arriving.</source>
        <translation>Creel wurde beendet, während diese Anfrage ankam.</translation>
    </message>
    <message>
        <source>On a kept connection to %1.</source>
        <translation>Über eine offen gehaltene Verbindung zu %1.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Verbunden mit %1.</translation>
    </message>
    <message>
        <source>Encrypted by %1 with %2.</source>
        <translation>Verschlüsselt über %1 mit %2.</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>Zertifikat: %1</translation>
    </message>
    <message>
        <source>An interim answer %1 came first.</source>
        <translation>Zuerst kam eine vorläufige Antwort %1.</translation>
    </message>
    <message>
        <source>Followed a redirect (%1) from %2 to %3.</source>
        <translation>Einer Weiterleitung (%1) von %2 nach %3 gefolgt.</translation>
    </message>
    <message>
        <source>The form of the body &quot;%1&quot; is not known.</source>
        <translation>Die Form „%1“ des Bodys ist unbekannt.</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>A provider&apos;s check that this URL is yours; Creel answered it.</source>
        <translation>Eine Prüfung des Anbieters, ob diese URL Ihnen gehört; Creel hat sie beantwortet.</translation>
    </message>
    <message>
        <source>%1 (handshake)</source>
        <translation>%1 (Handshake)</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535; 0 takes a free port.</source>
        <translation>--port erwartet eine Zahl von 0 bis 65535; 0 nimmt einen freien Port.</translation>
    </message>
    <message>
        <source>creel: there is no display here (DISPLAY and WAYLAND_DISPLAY are empty). In a terminal, use: creel-cli listen</source>
        <translation>creel: Hier gibt es keinen Bildschirm (DISPLAY und WAYLAND_DISPLAY sind leer). Im Terminal geht: creel-cli listen</translation>
    </message>
    <message>
        <source>The message names a certificate that is not the provider&apos;s: %1</source>
        <translation>Die Nachricht nennt ein Zertifikat, das nicht vom Anbieter ist: %1</translation>
    </message>
    <message>
        <source>%1, an older secret of %2</source>
        <translation>%1, ein älteres Geheimnis von %2</translation>
    </message>
    <message>
        <source>The certificate that was entered had expired by then: it was valid until %1. Enter the one that the message names.</source>
        <translation>Das eingegebene Zertifikat war da schon abgelaufen: Es galt bis %1. Geben Sie das ein, das die Nachricht nennt.</translation>
    </message>
    <message>
        <source>The certificate that was entered is not the provider&apos;s: it was made out for %1.</source>
        <translation>Das eingegebene Zertifikat ist nicht vom Anbieter: Es wurde für %1 ausgestellt.</translation>
    </message>
    <message>
        <source>The certificate that was entered is not vouched for by those behind it: %1.</source>
        <translation>Für das eingegebene Zertifikat bürgen die dahinter nicht: %1.</translation>
    </message>
    <message>
        <source>The token was not made for Microsoft Graph&apos;s notifications (claim &quot;azp&quot; or &quot;appid&quot;).</source>
        <translation>Das Token wurde nicht für Benachrichtigungen von Microsoft Graph gemacht (Claim „azp“ oder „appid“).</translation>
    </message>
    <message>
        <source>The token is of another tenant (claim &quot;tid&quot;).</source>
        <translation>Das Token ist von einem anderen Mandanten (Claim „tid“).</translation>
    </message>
    <message>
        <source>The client state may be right, but the notification has validation tokens, too: enter the keys of Microsoft&apos;s identity platform (JWKS) as one more secret to verify them.</source>
        <translation>Der Client State mag stimmen, doch die Benachrichtigung hat auch Validierungstoken: Geben Sie die Schlüssel der Microsoft Identity Platform (JWKS) als weiteres Geheimnis ein, um sie zu prüfen.</translation>
    </message>
    <message>
        <source>A validation token is not a JWT that can be read.</source>
        <translation>Ein Validierungstoken ist kein lesbares JWT.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>line feeds alone</source>
        <translation>nur Zeilenvorschüben</translation>
    </message>
    <message>
        <source>carriage returns before the line feeds</source>
        <translation>Wagenrückläufen vor den Zeilenvorschüben</translation>
    </message>
    <message>
        <source>without the byte order mark</source>
        <translation>ohne die Byte-Reihenfolge-Markierung</translation>
    </message>
    <message>
        <source>with a byte order mark</source>
        <translation>mit einer Byte-Reihenfolge-Markierung</translation>
    </message>
    <message>
        <source>the empty body</source>
        <translation>den leeren Body</translation>
    </message>
    <message>
        <source>the JSON that stands inside the string</source>
        <translation>das JSON, das in der Zeichenkette steht</translation>
    </message>
    <message>
        <source>the document inside a JSON string</source>
        <translation>das Dokument in einer JSON-Zeichenkette</translation>
    </message>
    <message>
        <source>the JSON inside the form field</source>
        <translation>das JSON im Formularfeld</translation>
    </message>
    <message>
        <source>the form that holds the JSON as &quot;payload=&quot;</source>
        <translation>das Formular, das das JSON als „payload=“ enthält</translation>
    </message>
    <message>
        <source>decoded from base64</source>
        <translation>aus Base64 dekodiert</translation>
    </message>
    <message>
        <source>in base64</source>
        <translation>in Base64</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>komprimiert</translation>
    </message>
    <message>
        <source>in ISO-8859-15</source>
        <translation>in ISO-8859-15</translation>
    </message>
    <message>
        <source>in Windows-1252</source>
        <translation>in Windows-1252</translation>
    </message>
    <message>
        <source>in Latin-1</source>
        <translation>in Latin-1</translation>
    </message>
    <message>
        <source>in UTF-16</source>
        <translation>in UTF-16</translation>
    </message>
    <message>
        <source>in UTF-8</source>
        <translation>in UTF-8</translation>
    </message>
    <message>
        <source>encoded as UTF-8 once</source>
        <translation>einmal als UTF-8 kodiert</translation>
    </message>
    <message>
        <source>in Unicode form C</source>
        <translation>in der Unicode-Form C</translation>
    </message>
    <message>
        <source>in Unicode form D</source>
        <translation>in der Unicode-Form D</translation>
    </message>
    <message>
        <source>a Twilio id, not the auth token</source>
        <translation>eine Twilio-Kennung, nicht das Auth-Token</translation>
    </message>
    <message>
        <source>a bot token, not a public key</source>
        <translation>ein Bot-Token, kein öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>a shared secret (whsec_), not a public key</source>
        <translation>ein gemeinsames Geheimnis (whsec_), kein öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>a public key, not a shared secret</source>
        <translation>ein öffentlicher Schlüssel, kein gemeinsames Geheimnis</translation>
    </message>
    <message>
        <source>A relay delivered this (its User-Agent says so). Relays such as smee.io parse the JSON and write it again.</source>
        <translation>Ein Relay hat dies zugestellt (sein User-Agent sagt es). Relays wie smee.io lesen das JSON ein und schreiben es neu.</translation>
    </message>
    <message>
        <source>GitHub&apos;s headers arrived in lower case: a relay such as smee.io delivered this. It parses the JSON and writes it again.</source>
        <translation>Die Header von GitHub kamen in Kleinbuchstaben an: Ein Relay wie smee.io hat dies zugestellt. Es liest das JSON ein und schreibt es neu.</translation>
    </message>
    <message>
        <source>A proxy stood in between (Via, X-Forwarded-For); it may have changed body or headers.</source>
        <translation>Ein Proxy stand dazwischen (Via, X-Forwarded-For); er kann Body oder Header geändert haben.</translation>
    </message>
    <message>
        <source>The headers were written again on the way: their letter case is mixed and the length is missing.</source>
        <translation>Die Header wurden unterwegs neu geschrieben: Groß- und Kleinschreibung sind gemischt, und die Länge fehlt.</translation>
    </message>
    <message>
        <source>An event with the same provider id is stored already (event %1): this is a repeated delivery or a replay.</source>
        <translation>Ein Ereignis mit derselben Kennung des Anbieters ist schon gespeichert (Ereignis %1): Dies ist eine wiederholte Zustellung oder ein Replay.</translation>
    </message>
    <message>
        <source>The secret looks like %1; this scheme wants another kind of key.</source>
        <translation>Das Geheimnis sieht aus wie %1; dieses Schema braucht eine andere Art von Schlüssel.</translation>
    </message>
    <message>
        <source>The sender may have no secret set: without one, most providers send no signature. Set a secret at the provider.</source>
        <translation>Beim Absender ist vielleicht kein Geheimnis gesetzt: Ohne eines senden die meisten Anbieter keine Signatur. Setzen Sie beim Anbieter ein Geheimnis.</translation>
    </message>
    <message>
        <source>The body holds replacement characters (U+FFFD or ?): bytes were lost when it was decoded in a wrong character encoding, and can&apos;t be brought back.</source>
        <translation>Der Body enthält Ersatzzeichen (U+FFFD oder ?): Beim Dekodieren in einer falschen Zeichenkodierung gingen Bytes verloren, die sich nicht wiederherstellen lassen.</translation>
    </message>
    <message>
        <source>The keys of the JSON stand in alphabetical order: it may have been parsed and written again, and the first order is lost.</source>
        <translation>Die Schlüssel des JSON stehen in alphabetischer Reihenfolge: Es wurde vielleicht eingelesen und neu geschrieben, und die erste Reihenfolge ist verloren.</translation>
    </message>
    <message>
        <source>with a blank after each comma and colon</source>
        <translation>mit einem Leerzeichen nach jedem Komma und Doppelpunkt</translation>
    </message>
    <message>
        <source>with an indent of one blank</source>
        <translation>mit einer Einrückung von einem Leerzeichen</translation>
    </message>
    <message>
        <source>with an indent of two blanks</source>
        <translation>mit einer Einrückung von zwei Leerzeichen</translation>
    </message>
    <message>
        <source>with an indent of three blanks</source>
        <translation>mit einer Einrückung von drei Leerzeichen</translation>
    </message>
    <message>
        <source>with an indent of four blanks</source>
        <translation>mit einer Einrückung von vier Leerzeichen</translation>
    </message>
    <message>
        <source>with an indent of eight blanks</source>
        <translation>mit einer Einrückung von acht Leerzeichen</translation>
    </message>
    <message>
        <source>with an indent of tabs</source>
        <translation>mit einer Einrückung aus Tabulatoren</translation>
    </message>
    <message>
        <source>with an indent of two blanks, and a blank before each colon</source>
        <translation>mit einer Einrückung von zwei Leerzeichen und einem Leerzeichen vor jedem Doppelpunkt</translation>
    </message>
    <message>
        <source>with a blank after each colon</source>
        <translation>mit einem Leerzeichen nach jedem Doppelpunkt</translation>
    </message>
    <message>
        <source>with a blank after each comma</source>
        <translation>mit einem Leerzeichen nach jedem Komma</translation>
    </message>
    <message>
        <source>without blanks</source>
        <translation>ohne Leerzeichen</translation>
    </message>
    <message>
        <source>numbers with other zeros at the end of their fractions</source>
        <translation>Zahlen mit anderen Nullen am Ende ihrer Nachkommastellen</translation>
    </message>
    <message>
        <source>fractions whose zeros were dropped</source>
        <translation>Nachkommastellen, deren Nullen weggelassen wurden</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>its time is %1 ahead, and at most %2 are allowed</source>
        <translation>seine Zeit liegt %1 voraus, höchstens %2 sind erlaubt</translation>
    </message>
    <message>
        <source>it is %1 old, and at most %2 are allowed</source>
        <translation>es ist %1 alt, höchstens %2 sind erlaubt</translation>
    </message>
    <message>
        <source>This provider signs nothing: whether an event is real must be asked through its API.</source>
        <translation>Dieser Anbieter signiert nichts: Ob ein Ereignis echt ist, muss über seine API erfragt werden.</translation>
    </message>
    <message>
        <source>Nothing that was tried makes it verify. %1</source>
        <translation>Nichts von dem, was versucht wurde, lässt die Signatur stimmen. %1</translation>
    </message>
    <message>
        <source>a handshake needs id, match and cases</source>
        <translation>ein Handshake braucht id, match und cases</translation>
    </message>
    <message>
        <source>the pattern of guard %1 is broken: %2</source>
        <translation>das Muster der Bedingung %1 ist fehlerhaft: %2</translation>
    </message>
    <message>
        <source>There is no handshake &quot;%1&quot;.</source>
        <translation>Es gibt keinen Handshake „%1“.</translation>
    </message>
    <message>
        <source>%1 needs the endpoint&apos;s secret: add it first.</source>
        <translation>%1 braucht das Geheimnis des Endpunkts: Fügen Sie es zuerst hinzu.</translation>
    </message>
    <message>
        <source>The status is %1; it must be %2.</source>
        <translation>Der Status ist %1; er muss %2 sein.</translation>
    </message>
    <message>
        <source>The header %1 must be &quot;%2&quot;.</source>
        <translation>Der Header %1 muss „%2“ sein.</translation>
    </message>
    <message>
        <source>The body must be exactly &quot;%1&quot;, without quotes or anything else.</source>
        <translation>Der Body muss genau „%1“ sein, ohne Anführungszeichen und ohne anderes.</translation>
    </message>
    <message>
        <source>The body must contain &quot;%1&quot;.</source>
        <translation>Der Body muss „%1“ enthalten.</translation>
    </message>
    <message>
        <source>The body must be JSON with &quot;%1&quot;: &quot;%2&quot;.</source>
        <translation>Der Body muss JSON mit „%1“: „%2“ sein.</translation>
    </message>
    <message>
        <source>The answer took %1 ms; the provider waits %2 ms.</source>
        <translation>Die Antwort dauerte %1 ms; der Anbieter wartet %2 ms.</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is absent: &quot;declarative&quot;, where a description says all.</source>
        <translation>„kind“ fehlt: „declarative“, wo eine Beschreibung alles sagt.</translation>
    </message>
</context>
<context>
    <name>creel::About</name>
    <message>
        <source>About Creel</source>
        <translation>Über Creel</translation>
    </message>
    <message>
        <source>Creel</source>
        <translation>Creel</translation>
    </message>
    <message>
        <source>Catches webhooks, keeps them byte for byte, and says whether their signature is good.

Free software under the GNU General Public License, version 3 or later. It is made with Qt, OpenSSL, SQLite, Boost, simdjson, QScintilla, QtKeychain and CRoaring.</source>
        <translation>Empfängt Webhooks, bewahrt sie Byte für Byte auf und zeigt, ob ihre Signatur stimmt.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Erstellt mit Qt, OpenSSL, SQLite, Boost, simdjson, QScintilla, QtKeychain und CRoaring.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>creel::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>creel::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
</context>
<context>
    <name>creel::BodyEditor</name>
    <message>
        <source>This body is not UTF-8 text. It is sent exactly as it stands here.</source>
        <translation>Dieser Body ist kein UTF-8-Text. Er wird genau so gesendet, wie er hier steht.</translation>
    </message>
    <message>
        <source>This body is too large, or has lines too long, to be edited here. It is sent exactly as it stands here.</source>
        <translation>Dieser Body ist zu groß oder hat zu lange Zeilen, um hier bearbeitet zu werden. Er wird genau so gesendet, wie er hier steht.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the body</source>
        <translation>Body leeren</translation>
    </message>
    <message>
        <source>Bytes of the body</source>
        <translation>Bytes des Bodys</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Body der Anfrage</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Take the body from a file</source>
        <translation>Body aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Edit the body as hex</source>
        <translation>Body als Hex bearbeiten</translation>
    </message>
    <message>
        <source>Body of the request in hex</source>
        <translation>Body der Anfrage als Hex</translation>
    </message>
    <message>
        <source>The body is not whole pairs of hex digits.</source>
        <translation>Der Body besteht nicht aus vollständigen Paaren von Hex-Ziffern.</translation>
    </message>
    <message>
        <source>Two hex digits for each byte; blanks do not count.</source>
        <translation>Zwei Hex-Ziffern pro Byte; Leerzeichen zählen nicht.</translation>
    </message>
</context>
<context>
    <name>creel::BodyView</name>
    <message>
        <source>Show where the body stops being JSON</source>
        <translation>Zeigen, wo der Body kein JSON mehr ist</translation>
    </message>
    <message>
        <source>Body, laid out</source>
        <translation>Body, formatiert</translation>
    </message>
    <message>
        <source>Body, as it came</source>
        <translation>Body, wie angekommen</translation>
    </message>
    <message>
        <source>Body in hex</source>
        <translation>Body als Hex</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Show the body as %1</source>
        <translation>Body anzeigen als: %1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>Im Body suchen</translation>
    </message>
    <message>
        <source>Path of the selected value</source>
        <translation>Pfad des ausgewählten Werts</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Sent as %1, which could not be undone: %2</source>
        <translation>Gesendet als %1, was nicht dekodiert werden konnte: %2</translation>
    </message>
    <message>
        <source>Sent as %1. Decoded here: its first %2; Raw and Hex show what came.</source>
        <translation>Gesendet als %1. Hier dekodiert: die ersten %2; „Roh“ und „Hex“ zeigen, was ankam.</translation>
    </message>
    <message>
        <source>Sent as %1. Decoded here up to an error after %2: %3</source>
        <translation>Gesendet als %1. Hier dekodiert bis zu einem Fehler nach %2: %3</translation>
    </message>
    <message>
        <source>Sent as %1. Decoded here, %2; Raw and Hex show what came.</source>
        <translation>Gesendet als %1. Hier dekodiert, %2; „Roh“ und „Hex“ zeigen, was ankam.</translation>
    </message>
    <message>
        <source>Line %1, column %2 (byte %3): %4</source>
        <translation>Zeile %1, Spalte %2 (Byte %3): %4</translation>
    </message>
    <message>
        <source>The body is too large to be laid out as a whole: this is its start.</source>
        <translation>Der Body ist zu groß, um als Ganzes formatiert zu werden: Dies ist der Anfang.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>creel::BytesView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>creel::CauseNames</name>
    <message>
        <source>the secret is entered in another form</source>
        <translation>das Geheimnis ist in einer anderen Form eingegeben</translation>
    </message>
    <message>
        <source>another secret signed it</source>
        <translation>ein anderes Geheimnis hat signiert</translation>
    </message>
    <message>
        <source>the body was changed on its way here</source>
        <translation>der Body wurde auf dem Weg hierher geändert</translation>
    </message>
    <message>
        <source>the body was compressed or decompressed on its way here</source>
        <translation>der Body wurde auf dem Weg hierher komprimiert oder dekomprimiert</translation>
    </message>
    <message>
        <source>the signed content is put together in another way</source>
        <translation>der signierte Inhalt ist anders zusammengesetzt</translation>
    </message>
    <message>
        <source>the URL is not the one that was signed</source>
        <translation>die URL ist nicht die, die signiert wurde</translation>
    </message>
    <message>
        <source>the sender uses another hash</source>
        <translation>der Absender verwendet ein anderes Hash-Verfahren</translation>
    </message>
    <message>
        <source>the signature is written in another way</source>
        <translation>die Signatur ist anders geschrieben</translation>
    </message>
    <message>
        <source>Blanks or a line end around the secret</source>
        <translation>Leerzeichen oder ein Zeilenende um das Geheimnis</translation>
    </message>
    <message>
        <source>Quotes around the secret</source>
        <translation>Anführungszeichen um das Geheimnis</translation>
    </message>
    <message>
        <source>A prefix kept in the secret</source>
        <translation>Ein Präfix, das nicht zum Geheimnis gehört</translation>
    </message>
    <message>
        <source>A prefix missing from the secret</source>
        <translation>Dem Geheimnis fehlt ein Präfix</translation>
    </message>
    <message>
        <source>A base64 secret used as text</source>
        <translation>Ein Base64-Geheimnis als Text verwendet</translation>
    </message>
    <message>
        <source>A text secret decoded from base64</source>
        <translation>Ein Text-Geheimnis aus Base64 dekodiert</translation>
    </message>
    <message>
        <source>A hexadecimal secret used as text</source>
        <translation>Ein hexadezimales Geheimnis als Text verwendet</translation>
    </message>
    <message>
        <source>A text secret decoded from hexadecimal</source>
        <translation>Ein Text-Geheimnis hexadezimal dekodiert</translation>
    </message>
    <message>
        <source>A base64 secret decoded from hexadecimal</source>
        <translation>Ein Base64-Geheimnis hexadezimal dekodiert</translation>
    </message>
    <message>
        <source>A hexadecimal secret decoded from base64</source>
        <translation>Ein hexadezimales Geheimnis aus Base64 dekodiert</translation>
    </message>
    <message>
        <source>Escapes left in the secret</source>
        <translation>Maskierungen im Geheimnis stehen geblieben</translation>
    </message>
    <message>
        <source>The secret of another endpoint</source>
        <translation>Das Geheimnis eines anderen Endpunkts</translation>
    </message>
    <message>
        <source>JSON written again without blanks</source>
        <translation>JSON ohne Leerzeichen neu geschrieben</translation>
    </message>
    <message>
        <source>JSON written again with blanks after commas and colons</source>
        <translation>JSON mit Leerzeichen nach Kommas und Doppelpunkten neu geschrieben</translation>
    </message>
    <message>
        <source>JSON written again with indentation</source>
        <translation>JSON mit Einrückung neu geschrieben</translation>
    </message>
    <message>
        <source>Keys of the JSON in another order</source>
        <translation>Schlüssel des JSON in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>Characters of the JSON escaped</source>
        <translation>Zeichen des JSON maskiert</translation>
    </message>
    <message>
        <source>Characters of the JSON unescaped</source>
        <translation>Zeichen des JSON nicht mehr maskiert</translation>
    </message>
    <message>
        <source>Slashes escaped</source>
        <translation>Schrägstriche maskiert</translation>
    </message>
    <message>
        <source>Slashes unescaped</source>
        <translation>Schrägstriche nicht mehr maskiert</translation>
    </message>
    <message>
        <source>Numbers of the JSON written again</source>
        <translation>Zahlen des JSON neu geschrieben</translation>
    </message>
    <message>
        <source>JSON encoded once too often or too little</source>
        <translation>JSON einmal zu oft oder zu wenig kodiert</translation>
    </message>
    <message>
        <source>An empty body taken for an empty object</source>
        <translation>Ein leerer Body für ein leeres Objekt gehalten</translation>
    </message>
    <message>
        <source>A line end added to the body</source>
        <translation>Ein Zeilenende an den Body angehängt</translation>
    </message>
    <message>
        <source>A line end cut off the body</source>
        <translation>Ein Zeilenende vom Body abgeschnitten</translation>
    </message>
    <message>
        <source>Line ends converted</source>
        <translation>Zeilenenden umgewandelt</translation>
    </message>
    <message>
        <source>A byte order mark added or removed</source>
        <translation>Eine Byte-Reihenfolge-Markierung hinzugefügt oder entfernt</translation>
    </message>
    <message>
        <source>Body in another character encoding</source>
        <translation>Body in einer anderen Zeichenkodierung</translation>
    </message>
    <message>
        <source>Body encoded or decoded as base64</source>
        <translation>Body als Base64 kodiert oder dekodiert</translation>
    </message>
    <message>
        <source>Form encoded again</source>
        <translation>Formular neu kodiert</translation>
    </message>
    <message>
        <source>JSON and payload= mixed up</source>
        <translation>JSON und payload= verwechselt</translation>
    </message>
    <message>
        <source>Body decompressed before it was verified</source>
        <translation>Body vor der Prüfung dekomprimiert</translation>
    </message>
    <message>
        <source>Body compressed after it was signed</source>
        <translation>Body nach dem Signieren komprimiert</translation>
    </message>
    <message>
        <source>the timestamp is in another unit</source>
        <translation>der Zeitstempel steht in einer anderen Einheit</translation>
    </message>
    <message>
        <source>Seconds and milliseconds mixed up</source>
        <translation>Sekunden und Millisekunden verwechselt</translation>
    </message>
    <message>
        <source>Timestamp not signed</source>
        <translation>Zeitstempel nicht signiert</translation>
    </message>
    <message>
        <source>Timestamp signed as well</source>
        <translation>Zeitstempel mitsigniert</translation>
    </message>
    <message>
        <source>Id not signed</source>
        <translation>Kennung nicht signiert</translation>
    </message>
    <message>
        <source>http and https mixed up in the URL</source>
        <translation>http und https in der URL verwechselt</translation>
    </message>
    <message>
        <source>Another host in the URL</source>
        <translation>Ein anderer Host in der URL</translation>
    </message>
    <message>
        <source>Another port in the URL</source>
        <translation>Ein anderer Port in der URL</translation>
    </message>
    <message>
        <source>Another path in the URL</source>
        <translation>Ein anderer Pfad in der URL</translation>
    </message>
    <message>
        <source>A slash at the end of the URL</source>
        <translation>Ein Schrägstrich am Ende der URL</translation>
    </message>
    <message>
        <source>Another query in the URL</source>
        <translation>Eine andere Query in der URL</translation>
    </message>
    <message>
        <source>Parts of the signed content in another order</source>
        <translation>Teile des signierten Inhalts in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>Another separator in the signed content</source>
        <translation>Ein anderes Trennzeichen im signierten Inhalt</translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-384</source>
        <translation>SHA-384</translation>
    </message>
    <message>
        <source>SHA-512</source>
        <translation>SHA-512</translation>
    </message>
    <message>
        <source>MD5</source>
        <translation>MD5</translation>
    </message>
    <message>
        <source>Signature in base64</source>
        <translation>Signatur in Base64</translation>
    </message>
    <message>
        <source>Signature in base64url</source>
        <translation>Signatur in Base64url</translation>
    </message>
    <message>
        <source>Signature in hexadecimal</source>
        <translation>Signatur hexadezimal</translation>
    </message>
    <message>
        <source>Signature in hexadecimal capitals</source>
        <translation>Signatur hexadezimal in Großbuchstaben</translation>
    </message>
    <message>
        <source>Padding of the base64 signature</source>
        <translation>Auffüllung der Base64-Signatur</translation>
    </message>
    <message>
        <source>the signature is in another header</source>
        <translation>die Signatur steht in einem anderen Header</translation>
    </message>
    <message>
        <source>Signature in another header</source>
        <translation>Signatur in einem anderen Header</translation>
    </message>
    <message>
        <source>Prefix of the signature</source>
        <translation>Präfix der Signatur</translation>
    </message>
    <message>
        <source>the signature was cut off</source>
        <translation>die Signatur wurde abgeschnitten</translation>
    </message>
    <message>
        <source>Signature cut off</source>
        <translation>Signatur abgeschnitten</translation>
    </message>
    <message>
        <source>another provider&apos;s scheme signed it</source>
        <translation>das Schema eines anderen Anbieters hat signiert</translation>
    </message>
    <message>
        <source>The scheme of another provider</source>
        <translation>Das Schema eines anderen Anbieters</translation>
    </message>
    <message>
        <source>the signature is right, the event is too old</source>
        <translation>die Signatur stimmt, das Ereignis ist zu alt</translation>
    </message>
    <message>
        <source>Event too old</source>
        <translation>Ereignis zu alt</translation>
    </message>
    <message>
        <source>the signature is right, one of the clocks is wrong</source>
        <translation>die Signatur stimmt, eine der Uhren geht falsch</translation>
    </message>
    <message>
        <source>Clocks that differ</source>
        <translation>Uhren, die voneinander abweichen</translation>
    </message>
    <message>
        <source>the event carries no signature</source>
        <translation>das Ereignis trägt keine Signatur</translation>
    </message>
    <message>
        <source>No signature</source>
        <translation>Keine Signatur</translation>
    </message>
    <message>
        <source>the secret is probably another one</source>
        <translation>das Geheimnis ist wahrscheinlich ein anderes</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
</context>
<context>
    <name>creel::ComposeActions</name>
    <message>
        <source>&amp;Compose</source>
        <translation>Ver&amp;fassen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Verfassen</translation>
    </message>
    <message>
        <source>Write a request and send it (Ctrl+N)</source>
        <translation>Anfrage schreiben und senden (Strg+N)</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>&amp;Play a handshake</source>
        <translation>&amp;Handshake durchspielen</translation>
    </message>
</context>
<context>
    <name>creel::ComposePane</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>Senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Bytes on the wire</source>
        <translation>Bytes auf der Leitung</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>Signatur: %1</translation>
    </message>
    <message>
        <source>Exactly these bytes are sent. Tinted lines are set by Creel or by the signature.</source>
        <translation>Genau diese Bytes werden gesendet. Eingefärbte Zeilen stammen von Creel oder von der Signatur.</translation>
    </message>
    <message>
        <source>Unknown variables are sent as they stand: %1</source>
        <translation>Unbekannte Variablen werden unverändert gesendet: %1</translation>
    </message>
    <message>
        <source>Take the body from a file</source>
        <translation>Body aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MB.</source>
        <translation>%1 ist größer als 256 MB.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Start from a provider’s sample event</source>
        <translation>Mit dem Beispielereignis eines Anbieters beginnen</translation>
    </message>
    <message>
        <source>Replace {{name}} by its value</source>
        <translation>{{name}} durch den Wert ersetzen</translation>
    </message>
    <message>
        <source>Edit variables…</source>
        <translation>Variablen bearbeiten…</translation>
    </message>
    <message>
        <source>Variables in the request</source>
        <translation>Variablen in der Anfrage</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Earlier states of the draft</source>
        <translation>Frühere Stände des Entwurfs</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Variables off</source>
        <translation>Variablen aus</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Auf der Leitung</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
</context>
<context>
    <name>creel::DeliveriesView</name>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>This event was not sent from here. Resend sends it again.</source>
        <translation>Dieses Ereignis wurde nicht von hier gesendet. „Erneut senden“ sendet es noch einmal.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Gesendet an</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Deliveries of the event</source>
        <translation>Zustellungen des Ereignisses</translation>
    </message>
    <message>
        <source>Nothing was sent from this workspace yet.</source>
        <translation>Aus diesem Arbeitsbereich wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>All deliveries of the workspace</source>
        <translation>Alle Zustellungen des Arbeitsbereichs</translation>
    </message>
</context>
<context>
    <name>creel::DesktopSession</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Workspaces (*.creel)</source>
        <translation>Arbeitsbereiche (*.creel)</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening the workspace</source>
        <translation>Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <source>Creel</source>
        <translation>Creel</translation>
    </message>
    <message>
        <source>Creel did not end properly the last time. Every event that was acknowledged is here.</source>
        <translation>Creel wurde beim letzten Mal nicht ordentlich beendet. Jedes bestätigte Ereignis ist hier.</translation>
    </message>
</context>
<context>
    <name>creel::DetailArea</name>
    <message>
        <source>Choose an event to see what was sent.</source>
        <translation>Wählen Sie ein Ereignis, um zu sehen, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Etiketten…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 events selected</source>
        <translation>%1 Ereignisse ausgewählt</translation>
    </message>
    <message>
        <source>%1 of bodies</source>
        <translation>%1 an Bodys</translation>
    </message>
</context>
<context>
    <name>creel::Diagnosis</name>
    <message>
        <source>Several things together, none of which is enough alone: %1</source>
        <translation>Mehreres zusammen, das einzeln jeweils nicht genügt: %1</translation>
    </message>
    <message>
        <source>a live API key (sk_live_)</source>
        <translation>ein API-Schlüssel für den Livebetrieb (sk_live_)</translation>
    </message>
    <message>
        <source>a test API key (sk_test_)</source>
        <translation>ein API-Schlüssel für Tests (sk_test_)</translation>
    </message>
    <message>
        <source>a restricted API key (rk_live_)</source>
        <translation>ein eingeschränkter API-Schlüssel (rk_live_)</translation>
    </message>
    <message>
        <source>a restricted API key (rk_test_)</source>
        <translation>ein eingeschränkter API-Schlüssel (rk_test_)</translation>
    </message>
    <message>
        <source>a publishable key (pk_live_)</source>
        <translation>ein veröffentlichbarer Schlüssel (pk_live_)</translation>
    </message>
    <message>
        <source>a publishable key (pk_test_)</source>
        <translation>ein veröffentlichbarer Schlüssel (pk_test_)</translation>
    </message>
    <message>
        <source>a GitHub access token (ghp_)</source>
        <translation>ein GitHub-Zugriffstoken (ghp_)</translation>
    </message>
    <message>
        <source>a GitHub access token (github_pat_)</source>
        <translation>ein GitHub-Zugriffstoken (github_pat_)</translation>
    </message>
    <message>
        <source>a Slack bot token (xoxb-)</source>
        <translation>ein Slack-Bot-Token (xoxb-)</translation>
    </message>
    <message>
        <source>a Slack user token (xoxp-)</source>
        <translation>ein Slack-Benutzertoken (xoxp-)</translation>
    </message>
    <message>
        <source>a Shopify access token (shpat_)</source>
        <translation>ein Shopify-Zugriffstoken (shpat_)</translation>
    </message>
    <message>
        <source>a GitLab access token (glpat-)</source>
        <translation>ein GitLab-Zugriffstoken (glpat-)</translation>
    </message>
    <message>
        <source>an AWS access key</source>
        <translation>ein AWS-Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>a JSON Web Token</source>
        <translation>ein JSON Web Token</translation>
    </message>
    <message>
        <source>It verifies without the blanks or line end around the secret (or with the one that was lost): check how the secret was copied.</source>
        <translation>Die Signatur stimmt ohne die Leerzeichen oder das Zeilenende um das Geheimnis (oder mit dem, das verloren ging): Prüfen Sie, wie das Geheimnis kopiert wurde.</translation>
    </message>
    <message>
        <source>It verifies without the quotes around the secret: they are not part of it.</source>
        <translation>Die Signatur stimmt ohne die Anführungszeichen um das Geheimnis: Sie gehören nicht dazu.</translation>
    </message>
    <message>
        <source>It verifies without the prefix of the secret: only what follows it is the key.</source>
        <translation>Die Signatur stimmt ohne das Präfix des Geheimnisses: Nur was darauf folgt, ist der Schlüssel.</translation>
    </message>
    <message>
        <source>It verifies with the prefix that belongs to the secret: enter it whole, as the provider shows it.</source>
        <translation>Die Signatur stimmt mit dem Präfix, das zum Geheimnis gehört: Geben Sie es ganz ein, wie der Anbieter es zeigt.</translation>
    </message>
    <message>
        <source>It verifies when the secret is decoded from base64 first: the sender uses the decoded bytes as the key.</source>
        <translation>Die Signatur stimmt, wenn das Geheimnis zuerst aus Base64 dekodiert wird: Der Absender verwendet die dekodierten Bytes als Schlüssel.</translation>
    </message>
    <message>
        <source>It verifies when the secret is used as plain text: the sender does not decode it from base64, which departs from the scheme.</source>
        <translation>Die Signatur stimmt, wenn das Geheimnis als reiner Text verwendet wird: Der Absender dekodiert es nicht aus Base64 und weicht damit vom Schema ab.</translation>
    </message>
    <message>
        <source>It verifies when the secret is read as hexadecimal: the sender uses the decoded bytes as the key.</source>
        <translation>Die Signatur stimmt, wenn das Geheimnis hexadezimal gelesen wird: Der Absender verwendet die dekodierten Bytes als Schlüssel.</translation>
    </message>
    <message>
        <source>It verifies when the secret is used as plain text: the sender does not decode it from hexadecimal.</source>
        <translation>Die Signatur stimmt, wenn das Geheimnis als reiner Text verwendet wird: Der Absender dekodiert es nicht hexadezimal.</translation>
    </message>
    <message>
        <source>It verifies when the secret is decoded from base64, not from hexadecimal.</source>
        <translation>Die Signatur stimmt, wenn das Geheimnis aus Base64 dekodiert wird, nicht hexadezimal.</translation>
    </message>
    <message>
        <source>It verifies when the secret is decoded from hexadecimal, not from base64.</source>
        <translation>Die Signatur stimmt, wenn das Geheimnis hexadezimal dekodiert wird, nicht aus Base64.</translation>
    </message>
    <message>
        <source>It verifies when the escapes in the secret are undone (such as \u003d or %3D): copy the secret itself, not its escaped form.</source>
        <translation>Die Signatur stimmt, wenn die Maskierungen im Geheimnis aufgelöst sind (etwa \u003d oder %3D): Kopieren Sie das Geheimnis selbst, nicht seine maskierte Form.</translation>
    </message>
    <message>
        <source>It verifies with another secret of this workspace.</source>
        <translation>Die Signatur stimmt mit einem anderen Geheimnis dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>It verifies with the secret &quot;%1&quot;: the event belongs to another endpoint, or was signed with an older secret, or with that of the other mode (test or live).</source>
        <translation>Die Signatur stimmt mit dem Geheimnis „%1“: Das Ereignis gehört zu einem anderen Endpunkt oder wurde mit einem älteren Geheimnis signiert oder mit dem des anderen Modus (Test oder Live).</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written with its blanks: something on the way parsed the body and wrote it again without them.</source>
        <translation>Die Signatur stimmt, wenn das JSON mit seinen Leerzeichen geschrieben ist: Unterwegs wurde der Body eingelesen und ohne sie neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written %1: something on the way parsed the body and wrote it again without blanks.</source>
        <translation>Die Signatur stimmt, wenn das JSON %1 geschrieben ist: Unterwegs wurde der Body eingelesen und ohne Leerzeichen neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written in another layout: something on the way parsed the body and wrote it again with a blank after commas or colons, as Python does.</source>
        <translation>Die Signatur stimmt, wenn das JSON anders angeordnet ist: Unterwegs wurde der Body eingelesen und mit einem Leerzeichen nach Kommas oder Doppelpunkten neu geschrieben, wie Python es tut.</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written %1: something on the way parsed the body and wrote it again with a blank after commas or colons, as Python does.</source>
        <translation>Die Signatur stimmt, wenn das JSON %1 geschrieben ist: Unterwegs wurde der Body eingelesen und mit einem Leerzeichen nach Kommas oder Doppelpunkten neu geschrieben, wie Python es tut.</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written in another layout: something on the way parsed the body and wrote it again with indentation.</source>
        <translation>Die Signatur stimmt, wenn das JSON anders angeordnet ist: Unterwegs wurde der Body eingelesen und mit Einrückung neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written %1: something on the way parsed the body and wrote it again with indentation.</source>
        <translation>Die Signatur stimmt, wenn das JSON %1 geschrieben ist: Unterwegs wurde der Body eingelesen und mit Einrückung neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies with the keys of the JSON in sorted order: that is how the body was signed, and not how it arrived.</source>
        <translation>Die Signatur stimmt, wenn die Schlüssel des JSON sortiert sind: So wurde der Body signiert, und so kam er nicht an.</translation>
    </message>
    <message>
        <source>It verifies with the characters themselves in place of their \u escapes: the JSON was escaped on the way.</source>
        <translation>Die Signatur stimmt mit den Zeichen selbst anstelle ihrer \u-Maskierungen: Das JSON wurde unterwegs maskiert.</translation>
    </message>
    <message>
        <source>It verifies with \u escapes in place of the characters: the JSON was unescaped on the way.</source>
        <translation>Die Signatur stimmt mit \u-Maskierungen anstelle der Zeichen: Die Maskierungen im JSON wurden unterwegs aufgelöst.</translation>
    </message>
    <message>
        <source>It verifies with / in place of \/: the slashes were escaped on the way, as PHP does.</source>
        <translation>Die Signatur stimmt mit / anstelle von \/: Die Schrägstriche wurden unterwegs maskiert, wie PHP es tut.</translation>
    </message>
    <message>
        <source>It verifies with \/ in place of /: the slashes were unescaped on the way.</source>
        <translation>Die Signatur stimmt mit \/ anstelle von /: Die Maskierung der Schrägstriche wurde unterwegs aufgelöst.</translation>
    </message>
    <message>
        <source>It verifies with a number written in another way: the JSON was parsed and its numbers written again.</source>
        <translation>Die Signatur stimmt mit einer anders geschriebenen Zahl: Das JSON wurde eingelesen, und seine Zahlen wurden neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies with %1: the JSON was parsed on the way and its numbers were written again.</source>
        <translation>Die Signatur stimmt mit %1: Das JSON wurde unterwegs eingelesen, und seine Zahlen wurden neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies with the JSON at another level of encoding: the body is JSON inside a JSON string on one side alone.</source>
        <translation>Die Signatur stimmt mit dem JSON in einer anderen Stufe der Kodierung: Nur auf einer Seite ist der Body JSON in einer JSON-Zeichenkette.</translation>
    </message>
    <message>
        <source>It verifies over %1: the body was encoded once too often or once too little.</source>
        <translation>Die Signatur stimmt über %1: Der Body wurde einmal zu oft oder einmal zu wenig kodiert.</translation>
    </message>
    <message>
        <source>It verifies over an empty body: an empty body and {} are not the same bytes.</source>
        <translation>Die Signatur stimmt über einen leeren Body: Ein leerer Body und {} sind nicht dieselben Bytes.</translation>
    </message>
    <message>
        <source>It verifies over %1: an empty body and an empty object are not the same bytes.</source>
        <translation>Die Signatur stimmt über %1: Ein leerer Body und ein leeres Objekt sind nicht dieselben Bytes.</translation>
    </message>
    <message>
        <source>It verifies without the line end behind the body: it was added on the way.</source>
        <translation>Die Signatur stimmt ohne das Zeilenende hinter dem Body: Es wurde unterwegs angehängt.</translation>
    </message>
    <message>
        <source>It verifies with a line end behind the body: it was cut off on the way.</source>
        <translation>Die Signatur stimmt mit einem Zeilenende hinter dem Body: Es wurde unterwegs abgeschnitten.</translation>
    </message>
    <message>
        <source>It verifies with other line ends: they were converted on the way.</source>
        <translation>Die Signatur stimmt mit anderen Zeilenenden: Sie wurden unterwegs umgewandelt.</translation>
    </message>
    <message>
        <source>It verifies with %1: the line ends were converted on the way.</source>
        <translation>Die Signatur stimmt mit %1: Die Zeilenenden wurden unterwegs umgewandelt.</translation>
    </message>
    <message>
        <source>It verifies with the byte order mark as it was: it was added or removed on the way.</source>
        <translation>Die Signatur stimmt, wenn die Byte-Reihenfolge-Markierung ist, wie sie war: Sie wurde unterwegs hinzugefügt oder entfernt.</translation>
    </message>
    <message>
        <source>It verifies %1: the mark was added or removed on the way.</source>
        <translation>Die Signatur stimmt %1: Die Markierung wurde unterwegs hinzugefügt oder entfernt.</translation>
    </message>
    <message>
        <source>It verifies in another character encoding: the body was converted on the way.</source>
        <translation>Die Signatur stimmt in einer anderen Zeichenkodierung: Der Body wurde unterwegs umgewandelt.</translation>
    </message>
    <message>
        <source>It verifies %1: the body was converted to another character encoding on the way.</source>
        <translation>Die Signatur stimmt für den Body %1: Er wurde unterwegs in eine andere Zeichenkodierung umgewandelt.</translation>
    </message>
    <message>
        <source>It verifies over the body before or after base64: a gateway changed that.</source>
        <translation>Die Signatur stimmt über den Body vor oder nach Base64: Ein Gateway hat das geändert.</translation>
    </message>
    <message>
        <source>It verifies %1: a gateway encoded or decoded the body on the way.</source>
        <translation>Die Signatur stimmt für den Body %1: Ein Gateway hat ihn unterwegs kodiert oder dekodiert.</translation>
    </message>
    <message>
        <source>It verifies with the form encoded in another way (blanks as + or %20, letter case of %xx, what is escaped): the form was parsed and written again.</source>
        <translation>Die Signatur stimmt, wenn das Formular anders kodiert ist (Leerzeichen als + oder %20, Groß- oder Kleinschreibung von %xx, was maskiert ist): Das Formular wurde eingelesen und neu geschrieben.</translation>
    </message>
    <message>
        <source>It verifies over the other form of the body: JSON on one side, payload=… on the other.</source>
        <translation>Die Signatur stimmt über die andere Form des Bodys: JSON auf der einen Seite, payload=… auf der anderen.</translation>
    </message>
    <message>
        <source>It verifies over %1: choose the same content type at the provider and in the receiver.</source>
        <translation>Die Signatur stimmt über %1: Wählen Sie beim Anbieter und im Empfänger denselben Inhaltstyp.</translation>
    </message>
    <message>
        <source>It verifies over the compressed body: it was decompressed on the way, and the signature covers the compressed bytes.</source>
        <translation>Die Signatur stimmt über den komprimierten Body: Er wurde unterwegs dekomprimiert, und die Signatur deckt die komprimierten Bytes ab.</translation>
    </message>
    <message>
        <source>It verifies over the body before compression: decompress it first, then verify.</source>
        <translation>Die Signatur stimmt über den Body vor der Kompression: Dekomprimieren Sie ihn zuerst, und prüfen Sie dann.</translation>
    </message>
    <message>
        <source>It verifies with the timestamp in another unit: seconds and milliseconds were mixed up.</source>
        <translation>Die Signatur stimmt mit dem Zeitstempel in einer anderen Einheit: Sekunden und Millisekunden wurden verwechselt.</translation>
    </message>
    <message>
        <source>It verifies with the timestamp written as %1: seconds, milliseconds or another form were mixed up.</source>
        <translation>Die Signatur stimmt, wenn der Zeitstempel als %1 geschrieben ist: Sekunden, Millisekunden oder eine andere Form wurden verwechselt.</translation>
    </message>
    <message>
        <source>It verifies when the timestamp is left out of the signed content: the sender does not sign it.</source>
        <translation>Die Signatur stimmt, wenn der Zeitstempel im signierten Inhalt weggelassen wird: Der Absender signiert ihn nicht.</translation>
    </message>
    <message>
        <source>It verifies over %1: the sender does not sign the timestamp.</source>
        <translation>Die Signatur stimmt über %1: Der Absender signiert den Zeitstempel nicht.</translation>
    </message>
    <message>
        <source>It verifies with the timestamp in the signed content: the sender signs it.</source>
        <translation>Die Signatur stimmt mit dem Zeitstempel im signierten Inhalt: Der Absender signiert ihn.</translation>
    </message>
    <message>
        <source>It verifies over %1: the sender signs the timestamp, too.</source>
        <translation>Die Signatur stimmt über %1: Der Absender signiert auch den Zeitstempel.</translation>
    </message>
    <message>
        <source>It verifies when the id is left out of the signed content.</source>
        <translation>Die Signatur stimmt, wenn die Kennung im signierten Inhalt weggelassen wird.</translation>
    </message>
    <message>
        <source>It verifies over %1: the sender does not sign the id.</source>
        <translation>Die Signatur stimmt über %1: Der Absender signiert die Kennung nicht.</translation>
    </message>
    <message>
        <source>It verifies with http in place of https, or the other way round: the URL that the provider was given differs from the one used here.</source>
        <translation>Die Signatur stimmt mit http anstelle von https oder umgekehrt: Die URL, die der Anbieter bekam, ist eine andere als die hier verwendete.</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: http and https differ between what the provider was given and what is used here. Set the endpoint&apos;s public URL.</source>
        <translation>Die Signatur stimmt mit der URL %1: Der Anbieter bekam http oder https, hier wird das andere verwendet. Setzen Sie die öffentliche URL des Endpunkts.</translation>
    </message>
    <message>
        <source>It verifies with another host in the URL.</source>
        <translation>Die Signatur stimmt mit einem anderen Host in der URL.</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: the provider signs the host that it was given, not the one behind the proxy or tunnel. Set the endpoint&apos;s public URL.</source>
        <translation>Die Signatur stimmt mit der URL %1: Der Anbieter signiert den Host, den er bekam, nicht den hinter dem Proxy oder Tunnel. Setzen Sie die öffentliche URL des Endpunkts.</translation>
    </message>
    <message>
        <source>It verifies with another port in the URL.</source>
        <translation>Die Signatur stimmt mit einem anderen Port in der URL.</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: the port differs between what the provider was given and what is used here.</source>
        <translation>Die Signatur stimmt mit der URL %1: Der Port, den der Anbieter bekam, ist ein anderer als der hier verwendete.</translation>
    </message>
    <message>
        <source>It verifies with another path in the URL.</source>
        <translation>Die Signatur stimmt mit einem anderen Pfad in der URL.</translation>
    </message>
    <message>
        <source>It verifies with %1: a proxy changed the path, or only the path is signed.</source>
        <translation>Die Signatur stimmt mit %1: Ein Proxy hat den Pfad geändert, oder nur der Pfad ist signiert.</translation>
    </message>
    <message>
        <source>It verifies when the slash at the end of the URL is as the provider has it.</source>
        <translation>Die Signatur stimmt, wenn der Schrägstrich am Ende der URL so ist, wie der Anbieter ihn hat.</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: the slash at its end differs from what the provider was given.</source>
        <translation>Die Signatur stimmt mit der URL %1: Der Schrägstrich an ihrem Ende ist anders, als der Anbieter ihn bekam.</translation>
    </message>
    <message>
        <source>It verifies with another query in the URL.</source>
        <translation>Die Signatur stimmt mit einer anderen Query in der URL.</translation>
    </message>
    <message>
        <source>It verifies with %1: the query differs from what the provider signs.</source>
        <translation>Die Signatur stimmt mit %1: Die Query ist eine andere als die, die der Anbieter signiert.</translation>
    </message>
    <message>
        <source>It verifies with the parts of the signed content in another order.</source>
        <translation>Die Signatur stimmt mit den Teilen des signierten Inhalts in anderer Reihenfolge.</translation>
    </message>
    <message>
        <source>It verifies over %1: the parts of the signed content are in another order.</source>
        <translation>Die Signatur stimmt über %1: Die Teile des signierten Inhalts stehen in anderer Reihenfolge.</translation>
    </message>
    <message>
        <source>It verifies with another separator in the signed content.</source>
        <translation>Die Signatur stimmt mit einem anderen Trennzeichen im signierten Inhalt.</translation>
    </message>
    <message>
        <source>It verifies over %1: another separator stands between the parts of the signed content.</source>
        <translation>Die Signatur stimmt über %1: Zwischen den Teilen des signierten Inhalts steht ein anderes Trennzeichen.</translation>
    </message>
    <message>
        <source>It verifies with SHA-1: the sender uses another hash than the scheme says.</source>
        <translation>Die Signatur stimmt mit SHA-1: Der Absender verwendet ein anderes Hash-Verfahren, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies with SHA-256: the sender uses another hash than the scheme says.</source>
        <translation>Die Signatur stimmt mit SHA-256: Der Absender verwendet ein anderes Hash-Verfahren, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies with SHA-384: the sender uses another hash than the scheme says.</source>
        <translation>Die Signatur stimmt mit SHA-384: Der Absender verwendet ein anderes Hash-Verfahren, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies with SHA-512: the sender uses another hash than the scheme says.</source>
        <translation>Die Signatur stimmt mit SHA-512: Der Absender verwendet ein anderes Hash-Verfahren, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies with MD5: the sender uses another hash than the scheme says.</source>
        <translation>Die Signatur stimmt mit MD5: Der Absender verwendet ein anderes Hash-Verfahren, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as base64: the sender encodes it otherwise than the scheme says.</source>
        <translation>Die Signatur stimmt, wenn sie als Base64 gelesen wird: Der Absender kodiert sie anders, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as base64url: the sender encodes it otherwise than the scheme says.</source>
        <translation>Die Signatur stimmt, wenn sie als Base64url gelesen wird: Der Absender kodiert sie anders, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as hexadecimal: the sender encodes it otherwise than the scheme says.</source>
        <translation>Die Signatur stimmt, wenn sie hexadezimal gelesen wird: Der Absender kodiert sie anders, als das Schema sagt.</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as hexadecimal in capitals.</source>
        <translation>Die Signatur stimmt, wenn sie hexadezimal in Großbuchstaben gelesen wird.</translation>
    </message>
    <message>
        <source>It verifies when the padding (=) of the base64 signature is as the scheme has it: it was added or cut off.</source>
        <translation>Die Signatur stimmt, wenn die Auffüllung (=) der Base64-Signatur so ist, wie das Schema sie hat: Sie wurde angehängt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>It verifies with the signature in another header.</source>
        <translation>Die Signatur stimmt in einem anderen Header.</translation>
    </message>
    <message>
        <source>It verifies with the signature in the header %1: the scheme reads another one.</source>
        <translation>Die Signatur steht im Header %1 und stimmt: Das Schema liest einen anderen.</translation>
    </message>
    <message>
        <source>It verifies when what stands before the signature is as the scheme has it: a prefix or a blank is missing or too many.</source>
        <translation>Die Signatur stimmt, wenn das, was vor ihr steht, so ist, wie das Schema es hat: Ein Präfix oder ein Leerzeichen fehlt oder ist zu viel.</translation>
    </message>
    <message>
        <source>The signature that arrived is the beginning of the right one: it was cut off.</source>
        <translation>Die Signatur, die ankam, ist der Anfang der richtigen: Sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The signature that arrived is the first %1 characters of the right one: it was cut off.</source>
        <translation>Die Signatur, die ankam, besteht aus den ersten %1 Zeichen der richtigen: Sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>It verifies by another provider&apos;s scheme.</source>
        <translation>Die Signatur stimmt nach dem Schema eines anderen Anbieters.</translation>
    </message>
    <message>
        <source>It verifies by the scheme &quot;%1&quot; with the same secret: set that scheme on the endpoint.</source>
        <translation>Die Signatur stimmt nach dem Schema „%1“ mit demselben Geheimnis: Setzen Sie dieses Schema am Endpunkt.</translation>
    </message>
    <message>
        <source>The signature is right, but the event is too old.</source>
        <translation>Die Signatur stimmt, aber das Ereignis ist zu alt.</translation>
    </message>
    <message>
        <source>The signature is right, but the event is too old: %1.</source>
        <translation>Die Signatur stimmt, aber das Ereignis ist zu alt: %1.</translation>
    </message>
    <message>
        <source>The signature is right, but the event comes from the future: one of the clocks is wrong.</source>
        <translation>Die Signatur stimmt, aber das Ereignis kommt aus der Zukunft: Eine der Uhren geht falsch.</translation>
    </message>
    <message>
        <source>The signature is right, but the event comes from the future: %1. One of the clocks is wrong.</source>
        <translation>Die Signatur stimmt, aber das Ereignis kommt aus der Zukunft: %1. Eine der Uhren geht falsch.</translation>
    </message>
    <message>
        <source>The event carries no signature.</source>
        <translation>Das Ereignis trägt keine Signatur.</translation>
    </message>
    <message>
        <source>The event carries no signature: there is no %1.</source>
        <translation>Das Ereignis trägt keine Signatur: %1 fehlt.</translation>
    </message>
    <message>
        <source>Nothing that was tried makes it verify: most likely the secret is another one, or the body was changed in a way that can&apos;t be undone.</source>
        <translation>Nichts von dem, was versucht wurde, lässt die Signatur stimmen: Höchstwahrscheinlich ist das Geheimnis ein anderes, oder der Body wurde so geändert, dass es sich nicht rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>the id of a webhook endpoint (we_)</source>
        <translation>die Kennung eines Webhook-Endpunkts (we_)</translation>
    </message>
    <message>
        <source>the id of an API key (rzp_)</source>
        <translation>die Kennung eines API-Schlüssels (rzp_)</translation>
    </message>
    <message>
        <source>a SendGrid API key (SG.)</source>
        <translation>ein SendGrid-API-Schlüssel (SG.)</translation>
    </message>
    <message>
        <source>a URL</source>
        <translation>eine URL</translation>
    </message>
</context>
<context>
    <name>creel::DraftActions</name>
    <message>
        <source>&amp;Variables…</source>
        <translation>&amp;Variablen…</translation>
    </message>
    <message>
        <source>The draft %1 was deleted</source>
        <translation>Entwurf %1 gelöscht</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Go back to %1, %2</source>
        <translation>Zurück zu %1, %2</translation>
    </message>
    <message>
        <source>There are no earlier states yet</source>
        <translation>Es gibt noch keine früheren Stände</translation>
    </message>
</context>
<context>
    <name>creel::DraftFieldsModel</name>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Creel</source>
        <translation>Creel</translation>
    </message>
    <message>
        <source>%1, not sent</source>
        <translation>%1, nicht gesendet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt von</translation>
    </message>
</context>
<context>
    <name>creel::DraftList</name>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename the draft</source>
        <translation>Entwurf umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>creel::EndpointActions</name>
    <message>
        <source>%1, secret of the sample</source>
        <translation>%1, Geheimnis des Beispiels</translation>
    </message>
    <message>
        <source>Endpoint %1 deleted</source>
        <translation>Endpunkt %1 gelöscht</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>creel::EndpointEditor</name>
    <message>
        <source>Edit endpoint</source>
        <translation>Endpunkt bearbeiten</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>Neuer Endpunkt</translation>
    </message>
    <message>
        <source>This body is not plain text. It is kept as it is.</source>
        <translation>Dieser Body ist kein einfacher Text. Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The provider %1 is not in the catalog of this version; its events are not verified.</source>
        <translation>Der Anbieter %1 steht nicht im Katalog dieser Version; seine Ereignisse werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Add a public key</source>
        <translation>Öffentlichen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Geheimnis hinzufügen</translation>
    </message>
    <message>
        <source>A public key is not secret: it is stored in the workspace.</source>
        <translation>Ein öffentlicher Schlüssel ist nicht geheim: Er wird im Arbeitsbereich gespeichert.</translation>
    </message>
    <message>
        <source>%1 Until then secrets are held while Creel runs and are never written to disk.</source>
        <translation>%1 Bis dahin werden Geheimnisse nur gehalten, solange Creel läuft, und nie auf die Festplatte geschrieben.</translation>
    </message>
    <message>
        <source>Secrets are stored in the system keychain, never in the workspace.</source>
        <translation>Geheimnisse werden im Systemschlüsselbund gespeichert, nie im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a header. Write each as Name: value.</source>
        <translation>„%1“ ist kein Header. Schreiben Sie jeden als Name: Wert.</translation>
    </message>
    <message>
        <source>%1 is set by Creel from the body. Remove it.</source>
        <translation>%1 setzt Creel anhand des Bodys. Entfernen Sie den Header.</translation>
    </message>
    <message>
        <source>The path must begin with a slash, such as /stripe.</source>
        <translation>Der Pfad muss mit einem Schrägstrich beginnen, z. B. /stripe.</translation>
    </message>
    <message>
        <source>A path has no blank, ? or #: the query does not count.</source>
        <translation>Ein Pfad enthält kein Leerzeichen, ? oder #: Die Query zählt nicht dazu.</translation>
    </message>
    <message>
        <source>There is an endpoint %1 already. Edit that one.</source>
        <translation>Es gibt schon einen Endpunkt %1. Bearbeiten Sie diesen.</translation>
    </message>
    <message>
        <source>The public URL begins with http:// or https://.</source>
        <translation>Die öffentliche URL beginnt mit http:// oder https://.</translation>
    </message>
    <message numerus="yes">
        <source>%1 secret %n</source>
        <translation>
            <numerusform>%1-Geheimnis %n</numerusform>
            <numerusform>%1-Geheimnis %n</numerusform>
        </translation>
    </message>
    <message>
        <source>as the provider needs them</source>
        <translation>wie der Anbieter sie braucht</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the older secret %1</source>
        <translation>Das ältere Geheimnis %1 löschen</translation>
    </message>
</context>
<context>
    <name>creel::EndpointModel</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>/ (any other)</source>
        <translation>/ (alle anderen)</translation>
    </message>
    <message>
        <source>%1, %2 events</source>
        <translation>%1, %2 Ereignisse</translation>
    </message>
</context>
<context>
    <name>creel::EventActions</name>
    <message numerus="yes">
        <source>%n event(s) deleted</source>
        <translation>
            <numerusform>%n Ereignis gelöscht</numerusform>
            <numerusform>%n Ereignisse gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) unpinned</source>
        <translation>
            <numerusform>%n Ereignis gelöst</numerusform>
            <numerusform>%n Ereignisse gelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) pinned: retention keeps them</source>
        <translation>
            <numerusform>%n Ereignis angeheftet: bleibt dauerhaft erhalten</numerusform>
            <numerusform>%n Ereignisse angeheftet: bleiben dauerhaft erhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Select up to %1 events to copy them as curl commands.</source>
        <translation>Wählen Sie bis zu %1 Ereignisse aus, um sie als curl-Befehle zu kopieren.</translation>
    </message>
    <message>
        <source>Copied as curl; credentials are placeholders</source>
        <translation>Als curl kopiert; Zugangsdaten sind Platzhalter</translation>
    </message>
    <message>
        <source>Copied as curl, with its credentials</source>
        <translation>Als curl kopiert, mit Zugangsdaten</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) tagged</source>
        <translation>
            <numerusform>%n Ereignis mit Etiketten versehen</numerusform>
            <numerusform>%n Ereignisse mit Etiketten versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>Kopie wird gespeichert…</translation>
    </message>
    <message>
        <source>Copy saved as %1</source>
        <translation>Kopie gespeichert als %1</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>Wird komprimiert…</translation>
    </message>
    <message>
        <source>The workspace is compact.</source>
        <translation>Der Arbeitsbereich ist komprimiert.</translation>
    </message>
</context>
<context>
    <name>creel::EventPane</name>
    <message>
        <source>Reading the event…</source>
        <translation>Ereignis wird gelesen…</translation>
    </message>
    <message>
        <source>As curl command</source>
        <translation>Als curl-Befehl</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Whole request</source>
        <translation>Ganze Anfrage</translation>
    </message>
    <message>
        <source>Explanation of the signature</source>
        <translation>Erklärung der Signatur</translation>
    </message>
    <message>
        <source>Select an event to see it here.</source>
        <translation>Wählen Sie ein Ereignis, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>Reading was canceled. Select the event again to read it.</source>
        <translation>Das Lesen wurde abgebrochen. Wählen Sie das Ereignis erneut, um es zu lesen.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Not an HTTP request</source>
        <translation>Keine HTTP-Anfrage</translation>
    </message>
    <message>
        <source>This is not valid HTTP: %1</source>
        <translation>Das ist kein gültiges HTTP: %1</translation>
    </message>
    <message>
        <source>The request was cut off: %1</source>
        <translation>Die Anfrage wurde abgeschnitten: %1</translation>
    </message>
    <message>
        <source>The request was refused: %1</source>
        <translation>Die Anfrage wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>All bytes that came:</source>
        <translation>Alle angekommenen Bytes:</translation>
    </message>
    <message>
        <source>This is the start of the body, %1 of %2.</source>
        <translation>Dies ist der Anfang des Bodys, %1 von %2.</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>Die Anfrage hat keinen Body.</translation>
    </message>
    <message>
        <source>Mask secrets</source>
        <translation>Geheimnisse maskieren</translation>
    </message>
    <message numerus="yes">
        <source>Show %n secret(s)</source>
        <translation>
            <numerusform>%n Geheimnis anzeigen</numerusform>
            <numerusform>%n Geheimnisse anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Credentials are shown and copied as they came</source>
        <translation>Zugangsdaten werden so angezeigt und kopiert, wie sie ankamen</translation>
    </message>
    <message>
        <source>Credentials are shown and copied as placeholders</source>
        <translation>Zugangsdaten werden als Platzhalter angezeigt und kopiert</translation>
    </message>
    <message>
        <source>This looks like %1: add the secret…</source>
        <translation>Das sieht nach %1 aus: Geheimnis hinzufügen…</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>Signature %1</source>
        <translation>Signatur %1</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Response %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Event %1 from %2, received %3 UTC
%4</source>
        <translation>Ereignis %1 von %2, empfangen %3 UTC
%4</translation>
    </message>
    <message>
        <source>%1: see why</source>
        <translation>%1: Warum?</translation>
    </message>
</context>
<context>
    <name>creel::EventTable</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Columns of the event table</source>
        <translation>Spalten der Ereignistabelle</translation>
    </message>
</context>
<context>
    <name>creel::EventTableModel</name>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Provider ID</source>
        <translation>Anbieter-ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>creel::ExportActions</name>
    <message>
        <source>NDJSON</source>
        <translation>NDJSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>curl commands</source>
        <translation>curl-Befehle</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save or copy events</source>
        <translation>Ereignisse speichern oder kopieren</translation>
    </message>
    <message>
        <source>Export as &amp;NDJSON…</source>
        <translation>Als N&amp;DJSON exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>Als &amp;JSON exportieren…</translation>
    </message>
    <message>
        <source>Export as c&amp;url commands…</source>
        <translation>Als &amp;curl-Befehle exportieren…</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Exportieren als %1</translation>
    </message>
    <message>
        <source>Selected events (%1)</source>
        <translation>Ausgewählte Ereignisse (%1)</translation>
    </message>
    <message>
        <source>All events in the list (%1)</source>
        <translation>Alle Ereignisse der Liste (%1)</translation>
    </message>
    <message>
        <source>Put placeholders for credentials that senders wrote</source>
        <translation>Zugangsdaten der Absender durch Platzhalter ersetzen</translation>
    </message>
    <message>
        <source>Tokens and passwords in headers, addresses and bodies. Afterwards you see how many.</source>
        <translation>Tokens und Passwörter in Headern, Adressen und Bodys. Danach sehen Sie, wie viele es waren.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>This is too much for the clipboard: save it to a file.</source>
        <translation>Das ist zu viel für die Zwischenablage: Speichern Sie es in eine Datei.</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>The export was canceled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>die Zwischenablage</translation>
    </message>
    <message>
        <source>%1 events exported to %2; placeholders for credentials: %3</source>
        <translation>%1 Ereignisse exportiert in %2; Platzhalter für Zugangsdaten: %3</translation>
    </message>
    <message>
        <source>%1 events exported to %2, exactly as they came</source>
        <translation>%1 Ereignisse exportiert in %2, genau wie angekommen</translation>
    </message>
</context>
<context>
    <name>creel::FieldsEditor</name>
    <message>
        <source>Headers of the request</source>
        <translation>Header der Anfrage</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the header</source>
        <translation>Header entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move the header up</source>
        <translation>Header nach oben verschieben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move the header down</source>
        <translation>Header nach unten verschieben</translation>
    </message>
</context>
<context>
    <name>creel::FieldsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>creel::FieldsView</name>
    <message>
        <source>Fields of the form</source>
        <translation>Felder des Formulars</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>creel::HandshakeBar</name>
    <message>
        <source>Confirm the subscription…</source>
        <translation>Abonnement bestätigen…</translation>
    </message>
    <message>
        <source>AWS SNS asks for a visit to %1 that confirms the subscription. Nothing was visited yet.</source>
        <translation>AWS SNS bittet um einen Aufruf von %1, der das Abonnement bestätigt. Noch wurde nichts aufgerufen.</translation>
    </message>
    <message>
        <source>AWS SNS asks for a confirmation, but its signature is not good: it is not offered.</source>
        <translation>AWS SNS bittet um eine Bestätigung, aber die Signatur stimmt nicht: Sie wird nicht angeboten.</translation>
    </message>
    <message>
        <source>The SubscribeURL of this event does not belong to AWS over https: Creel does not visit it.</source>
        <translation>Die SubscribeURL dieses Ereignisses ist keine https-Adresse von AWS: Creel ruft sie nicht auf.</translation>
    </message>
    <message>
        <source>A handshake: the provider checks that this URL is yours. Creel answered it.</source>
        <translation>Ein Handshake: Der Anbieter prüft, ob diese URL Ihnen gehört. Creel hat ihn beantwortet.</translation>
    </message>
    <message>
        <source>Confirm the subscription</source>
        <translation>Abonnement bestätigen</translation>
    </message>
    <message>
        <source>Creel sends one GET request to %1:

%2</source>
        <translation>Creel sendet eine GET-Anfrage an %1:

%2</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>%1 aufrufen</translation>
    </message>
    <message>
        <source>Visiting…</source>
        <translation>Wird aufgerufen…</translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>Nicht bestätigt: %1</translation>
    </message>
    <message>
        <source>Confirmed: AWS SNS answered %1.</source>
        <translation>Bestätigt: AWS SNS antwortete mit %1.</translation>
    </message>
    <message>
        <source>Not confirmed: AWS SNS answered %1. Its link may have been used or be too old.</source>
        <translation>Nicht bestätigt: AWS SNS antwortete mit %1. Der Link wurde vielleicht schon verwendet oder ist zu alt.</translation>
    </message>
</context>
<context>
    <name>creel::HandshakePane</name>
    <message>
        <source>Play</source>
        <translation>Durchspielen</translation>
    </message>
    <message>
        <source>Play a handshake</source>
        <translation>Handshake durchspielen</translation>
    </message>
    <message>
        <source>Send the challenge (Ctrl+Enter)</source>
        <translation>Challenge senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the handshake</source>
        <translation>Handshake schließen</translation>
    </message>
    <message>
        <source>Parts of the challenge</source>
        <translation>Teile der Challenge</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Auf der Leitung</translation>
    </message>
    <message>
        <source>Address that is to answer</source>
        <translation>Adresse, die antworten soll</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Bytes on the wire</source>
        <translation>Bytes auf der Leitung</translation>
    </message>
    <message>
        <source>As the endpoint has it</source>
        <translation>Wie beim Endpunkt</translation>
    </message>
    <message>
        <source>Exactly these bytes are sent.</source>
        <translation>Genau diese Bytes werden gesendet.</translation>
    </message>
    <message>
        <source>There was no whole answer to judge.</source>
        <translation>Es gab keine vollständige Antwort, die sich beurteilen ließe.</translation>
    </message>
    <message>
        <source>The answer is right.</source>
        <translation>Die Antwort ist richtig.</translation>
    </message>
    <message>
        <source>The answer is not what the provider wants.</source>
        <translation>Die Antwort ist nicht die, die der Anbieter verlangt.</translation>
    </message>
</context>
<context>
    <name>creel::HeadersModel</name>
    <message>
        <source>Trailer</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>creel::HeadersView</name>
    <message>
        <source>First line</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Head, as it came</source>
        <translation>Kopf, wie angekommen</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Header-Felder</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie angekommen</translation>
    </message>
    <message>
        <source>Show the head&apos;s exact bytes</source>
        <translation>Die exakten Bytes des Kopfs anzeigen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy the head</source>
        <translation>Kopf kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>creel::ImportActions</name>
    <message>
        <source>&amp;Import events…</source>
        <translation>Ereignisse &amp;importieren…</translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>Ereignisse importieren</translation>
    </message>
    <message>
        <source>Events as NDJSON (*.ndjson *.jsonl)</source>
        <translation>Ereignisse als NDJSON (*.ndjson *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import läuft…</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1 lines read</source>
        <translation>%1 Zeilen gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) imported from %1. Lines that are no events: %2. The first: %3</source>
        <translation>
            <numerusform>%n Ereignis aus %1 importiert. Zeilen, die kein Ereignis sind: %2. Die erste: %3</numerusform>
            <numerusform>%n Ereignisse aus %1 importiert. Zeilen, die kein Ereignis sind: %2. Die erste: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import was canceled after %n event(s).</source>
        <translation>
            <numerusform>Der Import wurde nach %n Ereignis abgebrochen.</numerusform>
            <numerusform>Der Import wurde nach %n Ereignissen abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) imported from %1</source>
        <translation>
            <numerusform>%n Ereignis aus %1 importiert</numerusform>
            <numerusform>%n Ereignisse aus %1 importiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>creel::JsonTreeModel</name>
    <message>
        <source>%1 members</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>creel::JsonTreeView</name>
    <message>
        <source>Body as a tree</source>
        <translation>Body als Baum</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy JSON Pointer</source>
        <translation>JSON Pointer kopieren</translation>
    </message>
</context>
<context>
    <name>creel::ListPane</name>
    <message>
        <source>Search events</source>
        <translation>Ereignisse durchsuchen</translation>
    </message>
    <message>
        <source>Search in heads and bodies</source>
        <translation>In Köpfen und Bodys suchen</translation>
    </message>
    <message>
        <source>Tags of the selected events</source>
        <translation>Etiketten der ausgewählten Ereignisse</translation>
    </message>
    <message>
        <source>Tags, separated by commas; empty removes them</source>
        <translation>Etiketten, durch Kommas getrennt; leer entfernt sie</translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation>Etiketten speichern</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse anzeigen</translation>
    </message>
    <message>
        <source>Show newest</source>
        <translation>Neuestes anzeigen</translation>
    </message>
    <message>
        <source>Searching, %1 found</source>
        <translation>Suche läuft, %1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>0 of %1 match</source>
        <translation>0 von %1 passen</translation>
    </message>
    <message>
        <source>Nothing has come to this endpoint yet.</source>
        <translation>An diesem Endpunkt ist noch nichts angekommen.</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Es ist noch nichts angekommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) above</source>
        <translation>
            <numerusform>%n neues Ereignis oberhalb</numerusform>
            <numerusform>%n neue Ereignisse oberhalb</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by time, newest first</source>
        <translation>Nach Zeit sortiert, neueste zuerst</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Show only events of this verdict</source>
        <translation>Nur Ereignisse mit diesem Prüfergebnis zeigen</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Jedes Prüfergebnis</translation>
    </message>
</context>
<context>
    <name>creel::ListeningChip</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>Empfang auf</translation>
    </message>
    <message>
        <source>Click to copy the address</source>
        <translation>Klicken, um die Adresse zu kopieren</translation>
    </message>
    <message>
        <source>Listening on %1; press Space to copy the address</source>
        <translation>Empfang auf %1; Leertaste drücken, um die Adresse zu kopieren</translation>
    </message>
</context>
<context>
    <name>creel::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Es wurde noch nichts protokolliert.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>creel::MainWindow</name>
    <message>
        <source>%1 (read-only) — Creel</source>
        <translation>%1 (schreibgeschützt) — Creel</translation>
    </message>
    <message>
        <source>%1 — Creel</source>
        <translation>%1 — Creel</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>Events are stored again.</source>
        <translation>Ereignisse werden wieder gespeichert.</translation>
    </message>
    <message>
        <source>Endpoint %1 saved</source>
        <translation>Endpunkt %1 gespeichert</translation>
    </message>
    <message>
        <source>This workspace is read-only: events can be read, nothing can be changed.</source>
        <translation>Dieser Arbeitsbereich ist schreibgeschützt: Ereignisse können gelesen, aber nichts kann geändert werden.</translation>
    </message>
    <message>
        <source>The sample is signed. To see it verified:</source>
        <translation>Das Beispiel ist signiert. So wird es geprüft:</translation>
    </message>
    <message>
        <source>Add %1 and send it again</source>
        <translation>%1 hinzufügen und erneut senden</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program</source>
        <translation>Port %1 ist von einem anderen Programm belegt</translation>
    </message>
    <message>
        <source>Port %1 is taken by %2</source>
        <translation>Port %1 ist von %2 belegt</translation>
    </message>
    <message>
        <source>%1; listening on %2. Senders need this address.</source>
        <translation>%1; Empfang auf %2. Sender brauchen diese Adresse.</translation>
    </message>
</context>
<context>
    <name>creel::MaskPage</name>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a header.</source>
        <translation>„%1“ kann nicht der Name eines Headers sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a value.</source>
        <translation>„%1“ kann nicht der Name eines Werts sein.</translation>
    </message>
</context>
<context>
    <name>creel::OptionsPanel</name>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>Without a proxy</source>
        <translation>Ohne Proxy</translation>
    </message>
    <message>
        <source>HTTP proxy (CONNECT)</source>
        <translation>HTTP-Proxy (CONNECT)</translation>
    </message>
    <message>
        <source>SOCKS5 proxy</source>
        <translation>SOCKS5-Proxy</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Vertrauenswürdige Zertifikate</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>Schlüssel des Client-Zertifikats</translation>
    </message>
</context>
<context>
    <name>creel::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>creel::ReceiverPage</name>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>The address is an IP address of this computer, such as 127.0.0.1 or 0.0.0.0, or empty.</source>
        <translation>Die Adresse ist eine IP-Adresse dieses Computers, z. B. 127.0.0.1 oder 0.0.0.0, oder leer.</translation>
    </message>
</context>
<context>
    <name>creel::ResendActions</name>
    <message>
        <source>&amp;Resend</source>
        <translation>E&amp;rneut senden</translation>
    </message>
    <message>
        <source>Resend &amp;signed again</source>
        <translation>Neu &amp;signiert erneut senden</translation>
    </message>
    <message>
        <source>Resend &amp;to…</source>
        <translation>Erneu&amp;t senden an…</translation>
    </message>
    <message>
        <source>&amp;Edit and resend</source>
        <translation>Bearbeiten &amp;und erneut senden</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send the event again (R)</source>
        <translation>Ereignis erneut senden (R)</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Make a draft of the event (Shift+R)</source>
        <translation>Aus dem Ereignis einen Entwurf machen (Umschalt+R)</translation>
    </message>
    <message>
        <source>Send the events again as they were, one after the other</source>
        <translation>Ereignisse nacheinander unverändert erneut senden</translation>
    </message>
    <message>
        <source>Resend signed again</source>
        <translation>Neu signiert erneut senden</translation>
    </message>
    <message>
        <source>Send the events again with a fresh timestamp and signature</source>
        <translation>Ereignisse mit neuem Zeitstempel und neuer Signatur erneut senden</translation>
    </message>
    <message>
        <source>Where should events of %1 be sent? Creel remembers it for this endpoint.</source>
        <translation>Wohin sollen Ereignisse von %1 gesendet werden? Creel merkt sich das für diesen Endpunkt.</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>Zieladresse</translation>
    </message>
    <message>
        <source>Without a path, each event keeps its own.</source>
        <translation>Ohne Pfad behält jedes Ereignis seinen eigenen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Sending %1 of %2 events</source>
        <translation>%1 von %2 Ereignissen wird gesendet</translation>
    </message>
    <message>
        <source>%1 has no scheme with a secret to sign by. Add them to the endpoint first.</source>
        <translation>%1 hat kein Verfahren mit einem Geheimnis zum Signieren. Fügen Sie beides zuerst beim Endpunkt hinzu.</translation>
    </message>
    <message>
        <source>Only %1 itself can sign its events: the key is private. Edit and resend signs with a key of your own.</source>
        <translation>Nur %1 selbst kann seine Ereignisse signieren: Der Schlüssel ist privat. „Bearbeiten und erneut senden“ signiert mit einem eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>Sending event %1…</source>
        <translation>Ereignis %1 wird gesendet…</translation>
    </message>
    <message>
        <source>Event %1 was sent to %2: status %3 after %4</source>
        <translation>Ereignis %1 wurde an %2 gesendet: Status %3 nach %4</translation>
    </message>
    <message>
        <source>%1 of %2 events sent: %3 with a status below 400, %4 with another, %5 failed</source>
        <translation>%1 von %2 Ereignissen gesendet: %3 mit einem Status unter 400, %4 mit einem anderen, %5 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1. The last problem: %2</source>
        <translation>%1. Letztes Problem: %2</translation>
    </message>
</context>
<context>
    <name>creel::ResponseView</name>
    <message>
        <source>Status of the answer</source>
        <translation>Status der Antwort</translation>
    </message>
    <message>
        <source>What became of the answer</source>
        <translation>Was aus der Antwort wurde</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>The sender was not answered, or this was not recorded.</source>
        <translation>Der Absender erhielt keine Antwort, oder das wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The answer was sent.</source>
        <translation>Die Antwort wurde gesendet.</translation>
    </message>
    <message>
        <source>The sender closed the connection before the answer was sent.</source>
        <translation>Der Absender schloss die Verbindung, bevor die Antwort gesendet wurde.</translation>
    </message>
    <message>
        <source>Whether the answer was sent is not recorded.</source>
        <translation>Ob die Antwort gesendet wurde, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>It left %1 ms after the request was complete.</source>
        <translation>Sie ging %1 ms nach der vollständigen Anfrage hinaus.</translation>
    </message>
    <message>
        <source>The endpoint waits %1 ms before each answer.</source>
        <translation>Der Endpunkt wartet vor jeder Antwort %1 ms.</translation>
    </message>
    <message>
        <source>It has no body.</source>
        <translation>Sie hat keinen Body.</translation>
    </message>
</context>
<context>
    <name>creel::ResultView</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Status of the answer</source>
        <translation>Status der Antwort</translation>
    </message>
    <message>
        <source>Time and size of the answer</source>
        <translation>Zeit und Größe der Antwort</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Senden abbrechen</translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation>Teile der Antwort</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%1 · %2 · attempt %3</source>
        <translation>%1 · %2 · Versuch %3</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Body.</translation>
    </message>
    <message>
        <source>Reading the answer…</source>
        <translation>Antwort wird gelesen…</translation>
    </message>
    <message>
        <source>This is the start of the answer.</source>
        <translation>Dies ist der Anfang der Antwort.</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Header %1</translation>
    </message>
</context>
<context>
    <name>creel::SchemeForm</name>
    <message>
        <source>The secret itself</source>
        <translation>Das Geheimnis selbst</translation>
    </message>
    <message>
        <source>Basic authentication</source>
        <translation>Basic-Authentifizierung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>ISO 8601 or seconds</source>
        <translation>ISO 8601 oder Sekunden</translation>
    </message>
    <message>
        <source>its text as it is</source>
        <translation>sein Text, wie er ist</translation>
    </message>
    <message>
        <source>hex of the key</source>
        <translation>Hex des Schlüssels</translation>
    </message>
    <message>
        <source>base64 of the key</source>
        <translation>base64 des Schlüssels</translation>
    </message>
    <message>
        <source>a public key</source>
        <translation>ein öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>text or a public key</source>
        <translation>Text oder ein öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Body, as it came</source>
        <translation>Body, wie angekommen</translation>
    </message>
    <message>
        <source>Timestamp, as it came</source>
        <translation>Zeitstempel, wie angekommen</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Nachrichten-ID</translation>
    </message>
    <message>
        <source>Whole URL</source>
        <translation>Ganze URL</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>A header</source>
        <translation>Ein Header</translation>
    </message>
    <message>
        <source>A value of the JSON body</source>
        <translation>Ein Wert des JSON-Bodys</translation>
    </message>
    <message>
        <source>SHA-256 of the body</source>
        <translation>SHA-256 des Bodys</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Das Geheimnis</translation>
    </message>
</context>
<context>
    <name>creel::SchemeListModel</name>
    <message>
        <source>%1 (yours)</source>
        <translation>%1 (eigenes)</translation>
    </message>
    <message>
        <source>%1 (can&apos;t be read)</source>
        <translation>%1 (nicht lesbar)</translation>
    </message>
</context>
<context>
    <name>creel::SchemeModel</name>
    <message>
        <source>None: signatures are not checked</source>
        <translation>Keines: Signaturen werden nicht geprüft</translation>
    </message>
</context>
<context>
    <name>creel::SchemePreview</name>
    <message>
        <source>Test secret</source>
        <translation>Testgeheimnis</translation>
    </message>
    <message>
        <source>A test secret; it is not stored. Empty: a random one</source>
        <translation>Ein Testgeheimnis; es wird nicht gespeichert. Leer: ein zufälliges</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the test secret</source>
        <translation>Testgeheimnis anzeigen</translation>
    </message>
    <message>
        <source>Test &amp;secret</source>
        <translation>&amp;Testgeheimnis</translation>
    </message>
    <message>
        <source>Headers that signing adds</source>
        <translation>Header, die das Signieren hinzufügt</translation>
    </message>
    <message>
        <source>No event is selected in the list: a small message that the scheme signs itself stands in.</source>
        <translation>In der Liste ist kein Ereignis ausgewählt: Stattdessen dient eine kleine Nachricht, die das Verfahren selbst signiert.</translation>
    </message>
    <message>
        <source>On the selected event #%1: %2 %3</source>
        <translation>Am ausgewählten Ereignis #%1: %2 %3</translation>
    </message>
    <message>
        <source>the test secret</source>
        <translation>das Testgeheimnis</translation>
    </message>
    <message>
        <source>Signing adds:
%1</source>
        <translation>Das Signieren fügt hinzu:
%1</translation>
    </message>
</context>
<context>
    <name>creel::SchemesWindow</name>
    <message>
        <source>Signature schemes</source>
        <translation>Signaturverfahren</translation>
    </message>
    <message>
        <source>Find a scheme</source>
        <translation>Verfahren suchen</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>The scheme as JSON</source>
        <translation>Das Verfahren als JSON</translation>
    </message>
    <message>
        <source>Ways to edit the scheme</source>
        <translation>Arten, das Verfahren zu bearbeiten</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save scheme</source>
        <translation>Verfahren speichern</translation>
    </message>
    <message>
        <source>Save or discard the changes first.</source>
        <translation>Speichern oder verwerfen Sie zuerst die Änderungen.</translation>
    </message>
    <message>
        <source>%1 is built in, and code makes its signed content. Duplicate it to change its other parts.</source>
        <translation>%1 ist eingebaut, und sein signierter Inhalt wird durch Code gebildet. Duplizieren Sie es, um die anderen Teile zu ändern.</translation>
    </message>
    <message>
        <source>%1 is built in. Duplicate it to make one of your own.</source>
        <translation>%1 ist eingebaut. Duplizieren Sie es, um ein eigenes daraus zu machen.</translation>
    </message>
    <message>
        <source>A new scheme. Once it is saved, endpoints can use it.</source>
        <translation>Ein neues Verfahren. Sobald es gespeichert ist, können Endpunkte es verwenden.</translation>
    </message>
    <message>
        <source>Your own scheme, in %1.</source>
        <translation>Ihr eigenes Verfahren, in %1.</translation>
    </message>
    <message>
        <source>New scheme</source>
        <translation>Neues Verfahren</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Delete scheme</source>
        <translation>Verfahren löschen</translation>
    </message>
    <message>
        <source>%1 is deleted from your schemes. Endpoints that use it verify nothing until they get another.</source>
        <translation>%1 wird aus Ihren Verfahren gelöscht. Endpunkte, die es verwenden, prüfen nichts, bis sie ein anderes bekommen.</translation>
    </message>
    <message>
        <source>Import a scheme</source>
        <translation>Verfahren importieren</translation>
    </message>
    <message>
        <source>Schemes (*.json)</source>
        <translation>Verfahren (*.json)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>%1 wurde nicht importiert. %2</translation>
    </message>
    <message>
        <source>Export the scheme</source>
        <translation>Verfahren exportieren</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>creel::SecretChooser</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Value of the secret</source>
        <translation>Wert des Geheimnisses</translation>
    </message>
    <message>
        <source>For this time; kept nowhere</source>
        <translation>Nur für dieses Mal; wird nirgends gespeichert</translation>
    </message>
    <message>
        <source>Type it in</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>creel::SecretRow</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Name of the secret</source>
        <translation>Name des Geheimnisses</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Paste the secret</source>
        <translation>Geheimnis einfügen</translation>
    </message>
    <message>
        <source>%1, type to replace it</source>
        <translation>%1, zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this secret</source>
        <translation>Dieses Geheimnis entfernen</translation>
    </message>
    <message>
        <source>%1: enter it again</source>
        <translation>%1: erneut eingeben</translation>
    </message>
</context>
<context>
    <name>creel::SideBar</name>
    <message>
        <source>+ New endpoint</source>
        <translation>+ Neuer Endpunkt</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>New endpoint…</source>
        <translation>Neuer Endpunkt…</translation>
    </message>
    <message>
        <source>Edit endpoint…</source>
        <translation>Endpunkt bearbeiten…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>Endpunkt löschen</translation>
    </message>
</context>
<context>
    <name>creel::SignatureView</name>
    <message>
        <source>This looks like %1, and the endpoint has no signature scheme yet, so nothing was verified. Add the secret that %1 shows you.</source>
        <translation>Das sieht nach %1 aus, und der Endpunkt hat noch kein Signaturverfahren, daher wurde nichts geprüft. Fügen Sie das Geheimnis hinzu, das %1 Ihnen anzeigt.</translation>
    </message>
    <message>
        <source>The endpoint has no signature scheme, so nothing was verified. Choose the provider&apos;s scheme and add the secret: what is already here is then verified, too.</source>
        <translation>Der Endpunkt hat kein Signaturverfahren, daher wurde nichts geprüft. Wählen Sie das Verfahren des Anbieters und fügen Sie das Geheimnis hinzu: Was schon hier ist, wird dann ebenfalls geprüft.</translation>
    </message>
    <message>
        <source>The endpoint has no secret. Add the one that the provider shows: what is already here is then verified, too.</source>
        <translation>Der Endpunkt hat kein Geheimnis. Fügen Sie das hinzu, das der Anbieter anzeigt: Was schon hier ist, wird dann ebenfalls geprüft.</translation>
    </message>
    <message>
        <source>This looks like %1: add the secret…</source>
        <translation>Das sieht nach %1 aus: Geheimnis hinzufügen…</translation>
    </message>
    <message>
        <source>Choose the scheme…</source>
        <translation>Verfahren wählen…</translation>
    </message>
    <message>
        <source>Add the secret…</source>
        <translation>Geheimnis hinzufügen…</translation>
    </message>
    <message>
        <source>Scheme: %1</source>
        <translation>Verfahren: %1</translation>
    </message>
    <message>
        <source>Signature in: %1</source>
        <translation>Signatur in: %1</translation>
    </message>
    <message>
        <source>Secret that matched: %1</source>
        <translation>Passendes Geheimnis: %1</translation>
    </message>
    <message>
        <source>The signature could not be verified</source>
        <translation>Die Signatur konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signature, aligned</source>
        <translation>Signatur, untereinander ausgerichtet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s before receipt: too old.</source>
        <translation>Signiert um %1, %2 s vor dem Empfang: zu alt.</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s after receipt: too far ahead.</source>
        <translation>Signiert um %1, %2 s nach dem Empfang: zu weit in der Zukunft.</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s after receipt: fresh.</source>
        <translation>Signiert um %1, %2 s nach dem Empfang: aktuell.</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s before receipt: fresh.</source>
        <translation>Signiert um %1, %2 s vor dem Empfang: aktuell.</translation>
    </message>
    <message>
        <source>Signed content: %1 bytes</source>
        <translation>Signierter Inhalt: %1 Bytes</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Empfangen: %1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>The value of the secret &quot;%1&quot; was held while Creel ran, as there is no system keychain. Enter it again: what is already here is then verified, too.</source>
        <translation>Der Wert des Geheimnisses „%1“ wurde nur gehalten, solange Creel lief, da es keinen Systemschlüsselbund gibt. Geben Sie es erneut ein: Was schon hier ist, wird dann ebenfalls geprüft.</translation>
    </message>
    <message>
        <source>The value of the secret &quot;%1&quot; can&apos;t be read. %2</source>
        <translation>Der Wert des Geheimnisses „%1“ kann nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>The value of the secret &quot;%1&quot; is not in the keychain of this computer. Enter it again: what is already here is then verified, too.</source>
        <translation>Der Wert des Geheimnisses „%1“ ist nicht im Systemschlüsselbund dieses Rechners. Geben Sie es erneut ein: Was schon hier ist, wird dann ebenfalls geprüft.</translation>
    </message>
    <message>
        <source>Only a complete HTTP request can be verified. The line above the tabs says what is wrong with this one.</source>
        <translation>Nur eine vollständige HTTP-Anfrage kann geprüft werden. Die Zeile über den Reitern sagt, was an dieser nicht stimmt.</translation>
    </message>
    <message>
        <source>Enter the secret…</source>
        <translation>Geheimnis eingeben…</translation>
    </message>
    <message>
        <source>Tried with: %1</source>
        <translation>Versucht mit: %1</translation>
    </message>
</context>
<context>
    <name>creel::SigningPanel</name>
    <message>
        <source>Sign as</source>
        <translation>Signieren als</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Time of the signature</source>
        <translation>Zeit der Signatur</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festgelegt</translation>
    </message>
    <message>
        <source>The time that is signed</source>
        <translation>Die Zeit, die signiert wird</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The request goes out without a signature.</source>
        <translation>Die Anfrage geht ohne Signatur hinaus.</translation>
    </message>
    <message>
        <source>%1 signs with a private key: give a key of your own, in PEM.</source>
        <translation>%1 signiert mit einem privaten Schlüssel: Geben Sie einen eigenen Schlüssel in PEM an.</translation>
    </message>
</context>
<context>
    <name>creel::StartPane</name>
    <message>
        <source>Sample: %1</source>
        <translation>Beispiel: %1</translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation>Warten auf das erste Ereignis</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Empfang angehalten</translation>
    </message>
    <message>
        <source>Choose Listen to start</source>
        <translation>Zum Starten „Empfangen“ wählen</translation>
    </message>
    <message>
        <source>Nothing can arrive meanwhile.</source>
        <translation>Solange kommt nichts an.</translation>
    </message>
</context>
<context>
    <name>creel::StatusStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss the problem</source>
        <translation>Problemmeldung ausblenden</translation>
    </message>
    <message>
        <source>Verifying again, %1 left</source>
        <translation>Erneute Prüfung, noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)/s</source>
        <translation>
            <numerusform>%1 Ereignis/s</numerusform>
            <numerusform>%1 Ereignisse/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s), %2</source>
        <translation>
            <numerusform>%1 Ereignis, %2</numerusform>
            <numerusform>%1 Ereignisse, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>Indexing, %1 left</source>
        <translation>Indizierung, noch %1</translation>
    </message>
    <message>
        <source>Indexed</source>
        <translation>Indiziert</translation>
    </message>
    <message>
        <source>Searches find everything; what is not indexed yet is read through, which takes longer.</source>
        <translation>Suchen finden alles; was noch nicht indiziert ist, wird durchgelesen, was länger dauert.</translation>
    </message>
    <message>
        <source>Searches use the index.</source>
        <translation>Suchen verwenden den Index.</translation>
    </message>
</context>
<context>
    <name>creel::StoreBar</name>
    <message>
        <source>Keep less…</source>
        <translation>Weniger aufbewahren…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Problem of the store</source>
        <translation>Problem des Speichers</translation>
    </message>
    <message>
        <source>Set how many events, for how long and how much is kept</source>
        <translation>Festlegen, wie viele Ereignisse, wie lange und wie viel aufbewahrt wird</translation>
    </message>
    <message>
        <source>Events can&apos;t be stored: %1
Senders are answered 507 until then and may try again. Creel goes on by itself as soon as it can write.</source>
        <translation>Ereignisse können nicht gespeichert werden: %1
Absender erhalten bis dahin die Antwort 507 und können es erneut versuchen. Creel macht von selbst weiter, sobald es wieder schreiben kann.</translation>
    </message>
</context>
<context>
    <name>creel::StorePage</name>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>creel::TimingsView</name>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>creel::TopBar</name>
    <message>
        <source>Follow newest</source>
        <translation>Neuestem folgen</translation>
    </message>
    <message>
        <source>Keep the newest event in sight. Scrolling or choosing an event stops it.</source>
        <translation>Das neueste Ereignis im Blick behalten. Scrollen oder die Auswahl eines Ereignisses beendet das.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Empfang angehalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Stop listening: senders get no connection (F5)</source>
        <translation>Empfang anhalten: Absender erhalten keine Verbindung (F5)</translation>
    </message>
    <message>
        <source>Start listening again (F5)</source>
        <translation>Empfang wieder starten (F5)</translation>
    </message>
    <message>
        <source>Read-only: nothing is caught</source>
        <translation>Schreibgeschützt: kein Empfang</translation>
    </message>
    <message>
        <source>The file of this workspace, or its folder, can&apos;t be written. Save a copy to catch events in it.</source>
        <translation>Die Datei dieses Arbeitsbereichs oder ihr Ordner kann nicht beschrieben werden. Speichern Sie eine Kopie, um darin Ereignisse zu empfangen.</translation>
    </message>
</context>
<context>
    <name>creel::VariablesDialog</name>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>{{name}} in an address, a header or a body is replaced by the value when a request is sent. Values are stored in the workspace: keep secrets out of them.</source>
        <translation>{{name}} in einer Adresse, einem Header oder einem Body wird beim Senden einer Anfrage durch den Wert ersetzt. Werte werden im Arbeitsbereich gespeichert: Tragen Sie hier keine Geheimnisse ein.</translation>
    </message>
    <message>
        <source>Always there: {{$uuid}}, {{$timestamp}}, {{$isoTimestamp}}, {{$randomInt}}</source>
        <translation>Immer vorhanden: {{$uuid}}, {{$timestamp}}, {{$isoTimestamp}}, {{$randomInt}}</translation>
    </message>
    <message>
        <source>Variables of the workspace</source>
        <translation>Variablen des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the variable</source>
        <translation>Variable entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1 can&apos;t be a name: it must be short, without braces and without $ at the start.</source>
        <translation>%1 kann kein Name sein: Er muss kurz sein, ohne geschweifte Klammern und ohne $ am Anfang.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 ist doppelt vorhanden.</translation>
    </message>
</context>
<context>
    <name>creel::WhyView</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Looking for the reason…</source>
        <translation>Grund wird gesucht…</translation>
    </message>
    <message>
        <source>Also seen</source>
        <translation>Außerdem aufgefallen</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied anzeigen</translation>
    </message>
    <message>
        <source>Copy explanation</source>
        <translation>Erklärung kopieren</translation>
    </message>
    <message>
        <source>Verify in code</source>
        <translation>Im Code prüfen</translation>
    </message>
    <message>
        <source>Copies a program that verifies this very event</source>
        <translation>Kopiert ein Programm, das genau dieses Ereignis prüft</translation>
    </message>
    <message>
        <source>Explanation copied</source>
        <translation>Erklärung kopiert</translation>
    </message>
    <message>
        <source>What would verify</source>
        <translation>Was gültig wäre</translation>
    </message>
    <message>
        <source>The bytes that would verify</source>
        <translation>Die Bytes, die gültig wären</translation>
    </message>
    <message>
        <source>Causes that were ruled out</source>
        <translation>Ausgeschlossene Ursachen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The search for the reason ran out of time, so nothing is ruled out.</source>
        <translation>Die Zeit für die Suche nach dem Grund ist abgelaufen, daher ist nichts ausgeschlossen.</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>there is more than one explanation</source>
        <translation>es gibt mehr als eine Erklärung</translation>
    </message>
    <message>
        <source>Each of these explains it equally well:</source>
        <translation>Jede davon erklärt es gleich gut:</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Possible reason</source>
        <translation>Möglicher Grund</translation>
    </message>
    <message>
        <source>Show the difference: %1</source>
        <translation>Unterschied anzeigen: %1</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Ruled out: %1 other causes ▾</source>
        <translation>Ausgeschlossen: %1 andere Ursachen ▾</translation>
    </message>
    <message>
        <source>Ruled out: %1 other causes ▸</source>
        <translation>Ausgeschlossen: %1 andere Ursachen ▸</translation>
    </message>
    <message>
        <source>Hide the %1 causes that were ruled out</source>
        <translation>Die %1 ausgeschlossenen Ursachen verbergen</translation>
    </message>
    <message>
        <source>Show the %1 causes that were ruled out</source>
        <translation>Die %1 ausgeschlossenen Ursachen anzeigen</translation>
    </message>
    <message>
        <source>%1 copied with placeholders for secrets, so it will not verify. Show secrets and copy it again.</source>
        <translation>%1 wurde mit Platzhaltern für Geheimnisse kopiert, die Prüfung wird daher fehlschlagen. Zeigen Sie die Geheimnisse an und kopieren Sie erneut.</translation>
    </message>
    <message>
        <source>%1 copied. Save it as %2, and the body of the event beside it as body.bin.</source>
        <translation>%1 kopiert. Speichern Sie es als %2 und daneben den Body des Ereignisses als body.bin.</translation>
    </message>
    <message>
        <source>%1 copied. Save it as %2; it takes the secret from WEBHOOK_SECRET.</source>
        <translation>%1 kopiert. Speichern Sie es als %2; das Geheimnis kommt aus WEBHOOK_SECRET.</translation>
    </message>
    <message>
        <source>first difference at byte %1</source>
        <translation>erster Unterschied bei Byte %1</translation>
    </message>
    <message>
        <source>Also seen: %1</source>
        <translation>Außerdem aufgefallen: %1</translation>
    </message>
    <message>
        <source>Ruled out: %1</source>
        <translation>Ausgeschlossen: %1</translation>
    </message>
    <message>
        <source>Change the secret…</source>
        <translation>Geheimnis ändern…</translation>
    </message>
</context>
</TS>
