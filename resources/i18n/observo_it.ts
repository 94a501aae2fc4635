<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="en_GB">
<context>
    <name>AimPainting</name>
    <message>
        <source>width %1</source>
        <translation>apertura %1</translation>
    </message>
    <message>
        <source>the lens ends here (widest)</source>
        <translation>qui finisce l'ottica (massima apertura)</translation>
    </message>
    <message>
        <source>the lens ends here (longest)</source>
        <translation>qui finisce l'ottica (massima focale)</translation>
    </message>
    <message>
        <source>tilt %1</source>
        <translation>inclinazione %1</translation>
    </message>
    <message>
        <source>drag around the camera to aim it</source>
        <translation>trascinare attorno alla telecamera per orientarla</translation>
    </message>
    <message>
        <source>(assumed)</source>
        <translation>(ipotesi)</translation>
    </message>
</context>
<context>
    <name>CameraDock</name>
    <message>
        <source>Inspector</source>
        <translation>Scheda</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Mostra sulla mappa</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Altre azioni</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Verificata oggi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Scheda del record</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New census…</source>
        <translation>Nuovo censimento…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>Open the sample census</source>
        <translation>Apri il censimento di esempio</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Salva una copia…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Ripristina una copia di sicurezza…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Close the census</source>
        <translation>Chiudi il censimento</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Cerca e comandi</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Filtra la tabella</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Seleziona</translation>
    </message>
    <message>
        <source>New camera</source>
        <translation>Nuova telecamera</translation>
    </message>
    <message>
        <source>Another on this site</source>
        <translation>Un'altra su questa postazione</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Misura</translation>
    </message>
    <message>
        <source>Edit the form</source>
        <translation>Modifica la scheda</translation>
    </message>
    <message>
        <source>Copy with the same settings</source>
        <translation>Copia con le stesse impostazioni</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Cambia lo stato</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Verificata oggi</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>Dismetti…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Rimuovi…</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Mostra sulla mappa</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Scheda</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Livelli</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostra tutto</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Tutti i tasti</translation>
    </message>
    <message>
        <source>Copy the map as a picture</source>
        <translation>Copia la mappa come immagine</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importa…</translation>
    </message>
    <message>
        <source>Merge a census…</source>
        <translation>Unisci un censimento…</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Edit record</source>
        <translation>Modifica scheda</translation>
    </message>
    <message>
        <source>Aim camera</source>
        <translation>Orienta telecamera</translation>
    </message>
    <message>
        <source>Place camera</source>
        <translation>Colloca telecamera</translation>
    </message>
    <message>
        <source>Copy camera</source>
        <translation>Copia telecamera</translation>
    </message>
    <message>
        <source>Move camera</source>
        <translation>Sposta telecamera</translation>
    </message>
    <message>
        <source>Move site</source>
        <translation>Sposta postazione</translation>
    </message>
    <message>
        <source>Turn camera</source>
        <translation>Gira telecamera</translation>
    </message>
    <message>
        <source>Rename camera</source>
        <translation>Rinomina telecamera</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>Cambia stato</translation>
    </message>
    <message>
        <source>Retire camera</source>
        <translation>Dismetti telecamera</translation>
    </message>
    <message>
        <source>Remove camera</source>
        <translation>Rimuovi telecamera</translation>
    </message>
    <message>
        <source>Verify camera</source>
        <translation>Verifica telecamera</translation>
    </message>
    <message>
        <source>New census</source>
        <translation>Nuovo censimento</translation>
    </message>
    <message>
        <source>Sample census</source>
        <translation>Censimento di esempio</translation>
    </message>
    <message>
        <source>Describe census</source>
        <translation>Descrivi censimento</translation>
    </message>
    <message>
        <source>Edit camera</source>
        <translation>Modifica telecamera</translation>
    </message>
    <message>
        <source>Edited elsewhere</source>
        <translation>Modificata da un altro programma</translation>
    </message>
    <message>
        <source>Take over lock</source>
        <translation>Prendi il controllo</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Consultazione</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importazione</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unione</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisione</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>%1: %2 %3.</source>
        <translation>%1: %2 %3.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>%1 turned to %2.</source>
        <translation>%1 orientata a %2.</translation>
    </message>
    <message>
        <source>%1 verified on %2.</source>
        <translation>%1 verificata il %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n field(s) changed.</source>
        <translation>
            <numerusform>%1: %n campo modificato.</numerusform>
            <numerusform>%1: %n campi modificati.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>%1 aggiunta.</translation>
    </message>
    <message>
        <source>%1 removed.</source>
        <translation>%1 rimossa.</translation>
    </message>
    <message>
        <source>%1 moved by %2.</source>
        <translation>%1 spostata di %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n camera(s).</source>
        <translation>
            <numerusform>%1: %n telecamera.</numerusform>
            <numerusform>%1: %n telecamere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annullato: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Ripetuto: %1</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>the file</source>
        <translation>il file</translation>
    </message>
    <message>
        <source>the disk</source>
        <translation>disco</translation>
    </message>
    <message>
        <source>One value cannot be taken.</source>
        <translation>Un valore non può essere accettato.</translation>
    </message>
    <message>
        <source>%1: the value cannot be taken.</source>
        <translation>%1: il valore non può essere accettato.</translation>
    </message>
    <message>
        <source>The filter names a field or a value that does not exist.</source>
        <translation>Il filtro nomina un campo o un valore che non esiste.</translation>
    </message>
    <message>
        <source>The record is no longer in the census.</source>
        <translation>Il record non è più nel censimento.</translation>
    </message>
    <message>
        <source>Several cameras have this code.</source>
        <translation>Più telecamere hanno questo codice.</translation>
    </message>
    <message>
        <source>The record was changed meanwhile. The change was not saved: look at the new values and try again.</source>
        <translation>Il record è stato modificato nel frattempo. La modifica non è stata salvata: controllare i nuovi valori e riprovare.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Non c'è niente da annullare.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Interrotto. Niente è stato modificato.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Nothing was lost: what was saved is on disk.</source>
        <translation>Si è verificato un imprevisto. Niente è andato perso: quanto salvato è su disco.</translation>
    </message>
    <message>
        <source>The census %1 is in use by another program.</source>
        <translation>Il censimento %1 è in uso da un altro programma.</translation>
    </message>
    <message>
        <source>The census is in use by %1 (user %2) since %3.</source>
        <translation>Il censimento è in uso da %1 (utente %2) dalle %3.</translation>
    </message>
    <message>
        <source>The census %1 is not there any more.</source>
        <translation>Il censimento %1 non c'è più.</translation>
    </message>
    <message>
        <source>The census %1 is damaged.</source>
        <translation>Il censimento %1 è danneggiato.</translation>
    </message>
    <message>
        <source>The disk did not take the change to %1. Nothing was saved of it; what was saved before is intact.</source>
        <translation>Il disco non ha accettato la modifica a %1. Non ne è stato salvato niente; quanto salvato prima è intatto.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 non si può leggere.</translation>
    </message>
    <message>
        <source>%1 was read, but its content is not understood.</source>
        <translation>%1 è stato letto, ma il contenuto non è comprensibile.</translation>
    </message>
    <message>
        <source>The reference system of %1 is not known, or no sure way leads to it.</source>
        <translation>Il sistema di riferimento di %1 non è noto, o manca una trasformazione sicura.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 esiste già.</translation>
    </message>
    <message>
        <source>No space left in %1. Nothing was lost: the previous file is intact.</source>
        <translation>Spazio esaurito in %1. Niente è andato perso: il file precedente è intatto.</translation>
    </message>
    <message>
        <source>No permission to write in %1.</source>
        <translation>Manca il permesso di scrivere in %1.</translation>
    </message>
    <message>
        <source>%1 could not be written whole, so it was not written at all.</source>
        <translation>%1 non si è potuto scrivere per intero, quindi non è stato scritto.</translation>
    </message>
    <message>
        <source>No space left in %1 (%2 needed). Nothing was lost: the previous file is intact.</source>
        <translation>Spazio esaurito in %1 (servono %2). Niente è andato perso: il file precedente è intatto.</translation>
    </message>
    <message>
        <source>The census %1 can be read but not changed: no permission on the file or its folder, or opened for reading.</source>
        <translation>Il censimento %1 si può leggere ma non modificare: mancano i permessi sul file o sulla cartella, o è stato aperto in lettura.</translation>
    </message>
    <message>
        <source>The census %1 was written by a newer version of Observo: update the program to open it.</source>
        <translation>Il censimento %1 è stato scritto da una versione più recente di Observo: aggiornare il programma per aprirlo.</translation>
    </message>
    <message>
        <source>The census %1 was moved, replaced or deleted while open. Nothing more can be saved in it; what was saved can be copied elsewhere.</source>
        <translation>Il censimento %1 è stato spostato, sostituito o cancellato mentre era aperto. Qui non si salva più nulla; quanto era salvato si può copiare altrove.</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Il campo «%1» non esiste.</translation>
    </message>
    <message>
        <source>There is no value “%1”.</source>
        <translation>Il valore «%1» non esiste.</translation>
    </message>
    <message>
        <source>Is “%1” meant?</source>
        <translation>Forse «%1»?</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>File da scrivere</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Reference system</source>
        <translation>Sistema di riferimento</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Telecamere</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edizione</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinatario</translation>
    </message>
    <message>
        <source>What the file will hold</source>
        <translation>Che cosa conterrà il file</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>ExportText</name>
    <message>
        <source>Full: everything, for this body&apos;s own use</source>
        <translation>Completa: tutto, a uso interno dell'ente</translation>
    </message>
    <message>
        <source>Institutional: for other public bodies and police forces</source>
        <translation>Istituzionale: per altri enti pubblici e forze di polizia</translation>
    </message>
    <message>
        <source>Public: for everybody</source>
        <translation>Pubblica: per chiunque</translation>
    </message>
    <message>
        <source>Holds restricted fields too, such as serial numbers.</source>
        <translation>Contiene anche i campi riservati, come le matricole.</translation>
    </message>
    <message>
        <source>Without restricted fields and without cameras marked as restricted.</source>
        <translation>Senza campi riservati e senza telecamere segnate come riservate.</translation>
    </message>
    <message>
        <source>Public fields of public cameras only, each shown within about 100 m. No reason is asked.</source>
        <translation>Solo i campi pubblici delle telecamere pubbliche, ognuna mostrata entro circa 100 m. Il motivo non è richiesto.</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) will be written.</source>
        <translation>
            <numerusform>Verrà scritta %n telecamera.</numerusform>
            <numerusform>Verranno scritte %n telecamere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) stay out: their visibility is above the edition.</source>
        <translation>
            <numerusform>%n telecamera resta fuori: la sua riservatezza supera l'edizione.</numerusform>
            <numerusform>%n telecamere restano fuori: la loro riservatezza supera l'edizione.</numerusform>
        </translation>
    </message>
    <message>
        <source> (expected error about %1)</source>
        <translation> (errore previsto circa %1)</translation>
    </message>
    <message>
        <source>Coordinates: %1%2</source>
        <translation>Coordinate: %1%2</translation>
    </message>
    <message>
        <source>Every value goes into the file as it is.</source>
        <translation>Ogni valore entra nel file così com'è.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) not as in the census.</source>
        <translation>
            <numerusform>%n voce diversa dal censimento.</numerusform>
            <numerusform>%n voci diverse dal censimento.</numerusform>
        </translation>
    </message>
    <message>
        <source>as they are in the census</source>
        <translation>come sono nel censimento</translation>
    </message>
    <message>
        <source>RDN2008 taken as equal to %1</source>
        <translation>RDN2008 considerato uguale a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) exported to %1 and read back.</source>
        <translation>
            <numerusform>%n telecamera esportata in %1 e riletta.</numerusform>
            <numerusform>%n telecamere esportate in %1 e rilette.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>Must be between %1 and %2%3.</source>
        <translation>Deve essere tra %1 e %2%3.</translation>
    </message>
    <message>
        <source>Must be more than %1%2.</source>
        <translation>Deve essere maggiore di %1%2.</translation>
    </message>
    <message>
        <source>Must be at least %1%2.</source>
        <translation>Deve essere almeno %1%2.</translation>
    </message>
    <message>
        <source>Must be at most %1%2.</source>
        <translation>Deve essere al massimo %1%2.</translation>
    </message>
    <message>
        <source>This value cannot be taken.</source>
        <translation>Questo valore non può essere accettato.</translation>
    </message>
    <message>
        <source>Write a number, such as %1.</source>
        <translation>Scrivere un numero, per esempio %1.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Scrivere un numero intero.</translation>
    </message>
    <message>
        <source>Write an e-mail address, such as polizia@comune.it.</source>
        <translation>Scrivere un indirizzo e-mail, per esempio polizia@comune.it.</translation>
    </message>
    <message>
        <source>Write six digits, such as 001272.</source>
        <translation>Scrivere sei cifre, per esempio 001272.</translation>
    </message>
    <message>
        <source>Write a letter and three digits, such as L219.</source>
        <translation>Scrivere una lettera e tre cifre, per esempio L219.</translation>
    </message>
    <message>
        <source>Write the fifteen characters of the CUP.</source>
        <translation>Scrivere i quindici caratteri del CUP.</translation>
    </message>
    <message>
        <source>Write a date, such as 22/11/2026.</source>
        <translation>Scrivere una data, per esempio 22/11/2026.</translation>
    </message>
    <message>
        <source>Value not in the list: %1</source>
        <translation>Valore non previsto: %1</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>Scrivere sì o no.</translation>
    </message>
    <message numerus="yes">
        <source>h (%n day(s))</source>
        <translation>
            <numerusform>h (%n giorno)</numerusform>
            <numerusform>h (%n giorni)</numerusform>
        </translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Chi è</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dove</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Come guarda</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>A cosa serve</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Riservatezza</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Impianto</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Storia</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non noto</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No single camera has this code or name.</source>
        <translation>Nessuna telecamera, o più di una, ha questo codice o nome.</translation>
    </message>
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>These coordinates cannot be read. Example: 45,07030 N 7,68690 E</source>
        <translation>Coordinate non leggibili. Esempio: 45,07030 N 7,68690 E</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Storia</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Letters work when the map or the table has the focus.</source>
        <translation>Le lettere valgono quando il fuoco è sulla mappa o sulla tabella.</translation>
    </message>
    <message>
        <source>On the map: the wheel zooms, dragging pans, Shift with a drag chooses several cameras, dragging a camera moves it.</source>
        <translation>Sulla mappa: la rotella ingrandisce, trascinando si scorre, Maiusc e trascinamento scelgono più telecamere, trascinando una telecamera la si sposta.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>LayersDock</name>
    <message>
        <source>Layers</source>
        <translation>Livelli</translation>
    </message>
    <message>
        <source>Fold the layers</source>
        <translation>Chiudi i livelli</translation>
    </message>
    <message>
        <source>Fields of view</source>
        <translation>Campi di ripresa</translation>
    </message>
    <message>
        <source>Codes and names</source>
        <translation>Codici e nomi</translation>
    </message>
    <message>
        <source>Under the cameras</source>
        <translation>Sotto le telecamere</translation>
    </message>
    <message>
        <source>Layers under the cameras</source>
        <translation>Livelli sotto le telecamere</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Aggiungi file…</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Porta su</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Porta giù</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>Togli il livello</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Edifici</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>Strade</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Acque</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Confini</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Semplice</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Label attribute</source>
        <translation>Attributo dell'etichetta</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacità</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>As declared</source>
        <translation>Come dichiarato</translation>
    </message>
    <message>
        <source>Reference system of a file that declares none</source>
        <translation>Sistema di riferimento di un file che non lo dichiara</translation>
    </message>
    <message>
        <source>Show the whole layer on the map</source>
        <translation>Mostra tutto il livello sulla mappa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Census</source>
        <translation>Censimento</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Seleziona</translation>
    </message>
    <message>
        <source>New camera</source>
        <translation>Nuova telecamera</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Misura</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Livelli</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Scheda</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>NewCensusDialog</name>
    <message>
        <source>New census</source>
        <translation>Nuovo censimento</translation>
    </message>
    <message>
        <source>A census is one file. It can be copied, backed up and opened with other GIS programs.</source>
        <translation>Un censimento è un solo file. Si può copiare, conservare e aprire con altri programmi GIS.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Ente</translation>
    </message>
    <message>
        <source>Comune di Esempio</source>
        <translation>Comune di Esempio</translation>
    </message>
    <message>
        <source>ISTAT code of the municipality</source>
        <translation>Codice ISTAT del Comune</translation>
    </message>
    <message>
        <source>ISTAT code</source>
        <translation>Codice ISTAT</translation>
    </message>
    <message>
        <source>001272</source>
        <translation>001272</translation>
    </message>
    <message>
        <source>First system</source>
        <translation>Primo impianto</translation>
    </message>
    <message>
        <source>Name of the first video surveillance system</source>
        <translation>Nome del primo impianto di videosorveglianza</translation>
    </message>
    <message>
        <source>Videosorveglianza comunale</source>
        <translation>Videosorveglianza comunale</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>File of the census</source>
        <translation>File del censimento</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Make the census</source>
        <translation>Crea il censimento</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Click the map, or write coordinates:</source>
        <translation>Fare clic sulla mappa o scrivere le coordinate:</translation>
    </message>
    <message>
        <source>Coordinates of the new camera</source>
        <translation>Coordinate della nuova telecamera</translation>
    </message>
    <message>
        <source>45,07030 N 7,68690 E</source>
        <translation>45,07030 N 7,68690 E</translation>
    </message>
    <message>
        <source>Reference system</source>
        <translation>Sistema di riferimento</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Colloca</translation>
    </message>
    <message>
        <source>Leave the tool</source>
        <translation>Lascia lo strumento</translation>
    </message>
    <message>
        <source>Leave the tool (Esc)</source>
        <translation>Lascia lo strumento (Esc)</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Since</source>
        <translation>Dal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Find a field</source>
        <translation>Trova un campo</translation>
    </message>
    <message>
        <source>Find a field…</source>
        <translation>Trova un campo…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Applica</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>● needed to save   ○ needed to publish</source>
        <translation>● serve per salvare   ○ serve per pubblicare</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Ripristina una copia di sicurezza</translation>
    </message>
    <message>
        <source>The backup is opened as a new file beside the census: nothing is overwritten.</source>
        <translation>La copia viene aperta come nuovo file accanto al censimento: niente viene sovrascritto.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copie di sicurezza</translation>
    </message>
    <message>
        <source>No backups yet: the first one is made with the first change.</source>
        <translation>Ancora nessuna copia: la prima nasce con la prima modifica.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Go to %1</source>
        <translation>Vai a %1</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>coordinate</translation>
    </message>
    <message>
        <source>site</source>
        <translation>postazione</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contrasto elevato</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>About Observo</source>
        <translation>Informazioni su Observo</translation>
    </message>
    <message>
        <source>Observo %1</source>
        <translation>Observo %1</translation>
    </message>
    <message>
        <source>The census of municipal cameras. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Il censimento delle telecamere comunali. Software libero con licenza GNU General Public License, versione 3 o successiva, senza alcuna garanzia.</translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Verificata oggi</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>Dismetti…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Rimuovi…</translation>
    </message>
    <message>
        <source>What is written here goes to all of them.</source>
        <translation>Quello che si scrive qui vale per tutte.</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Trova un campo</translation>
    </message>
    <message>
        <source>Find a field…</source>
        <translation>Trova un campo…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Applica</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Coordinates under the cursor</source>
        <translation>Coordinate sotto il cursore</translation>
    </message>
    <message>
        <source>Double click copies the coordinates.</source>
        <translation>Un doppio clic copia le coordinate.</translation>
    </message>
    <message>
        <source>Reference system</source>
        <translation>Sistema di riferimento</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Scala</translation>
    </message>
    <message>
        <source>Saved state</source>
        <translation>Stato del salvataggio</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>By status</source>
        <translation>Per stato</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Da verificare</translation>
    </message>
</context>
<context>
    <name>TableDock</name>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Filtra la tabella</translation>
    </message>
    <message>
        <source>Filter: words, or status = faulty and camera_type in (ptz, fixed)…</source>
        <translation>Filtro: parole, oppure status = faulty and camera_type in (ptz, fixed)…</translation>
    </message>
    <message>
        <source>Fold the table</source>
        <translation>Chiudi la tabella</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Telecamere</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>The census of municipal cameras</source>
        <translation>Il censimento delle telecamere comunali</translation>
    </message>
    <message>
        <source>Open a census, make a new one, or look around in the sample of a made-up town.</source>
        <translation>Aprire un censimento, crearne uno nuovo, o guardarsi attorno in quello di esempio di una città inventata.</translation>
    </message>
    <message>
        <source>New census…</source>
        <translation>Nuovo censimento…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>Sample census</source>
        <translation>Censimento di esempio</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recenti</translation>
    </message>
    <message>
        <source>Recent censuses</source>
        <translation>Censimenti recenti</translation>
    </message>
</context>
<context>
    <name>observo::app::CameraCommands</name>
    <message>
        <source>Out of service</source>
        <translation>Dismetti</translation>
    </message>
    <message>
        <source>%1: out of service for good?</source>
        <translation>%1: dismettere definitivamente?</translation>
    </message>
    <message>
        <source>The record stays in the census with its date.</source>
        <translation>La scheda resta nel censimento con la data.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Remove %1 from the census?</source>
        <translation>Rimuovere %1 dal censimento?</translation>
    </message>
    <message>
        <source>For a camera that never was there. One that is no longer used goes out of service instead.</source>
        <translation>Per una telecamera mai esistita. Quella non più in uso va invece dismessa.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Municipal police</source>
        <translation>Polizia Locale</translation>
    </message>
</context>
<context>
    <name>observo::app::CameraDock</name>
    <message>
        <source>Camera</source>
        <translation>Telecamera</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Postazione</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Impianto</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>This camera has no site yet. Write its code in the form of the camera.</source>
        <translation>La telecamera non ha ancora una postazione. Scriverne il codice nella scheda Telecamera.</translation>
    </message>
    <message>
        <source>This camera has no system yet. Write its code in the form of the camera.</source>
        <translation>La telecamera non ha ancora un impianto. Scriverne il codice nella scheda Telecamera.</translation>
    </message>
    <message>
        <source>New camera</source>
        <translation>Nuova telecamera</translation>
    </message>
    <message>
        <source>Another program is writing. One moment…</source>
        <translation>Un altro programma sta scrivendo. Un momento…</translation>
    </message>
</context>
<context>
    <name>observo::app::CameraTableModel</name>
    <message>
        <source>Code</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Postazione</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direzione</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificata</translation>
    </message>
</context>
<context>
    <name>observo::app::CensusCommands</name>
    <message>
        <source>Copy saved: %1</source>
        <translation>Copia salvata: %1</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recenti</translation>
    </message>
    <message>
        <source>Open a census</source>
        <translation>Apri un censimento</translation>
    </message>
    <message>
        <source>Census (*.gpkg);;All files (*)</source>
        <translation>Censimento (*.gpkg);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 copia</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Salva una copia</translation>
    </message>
    <message>
        <source>Census (*.gpkg)</source>
        <translation>Censimento (*.gpkg)</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Salva una copia…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Ripristina una copia di sicurezza…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Prendi il controllo…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>%1 Opened read-only.</source>
        <translation>%1 Aperto in sola lettura.</translation>
    </message>
    <message>
        <source>Take over the census?</source>
        <translation>Prendere il controllo del censimento?</translation>
    </message>
    <message>
        <source>Only when the other program has ended without closing it: if it still works, both would write. The takeover stays in the log.</source>
        <translation>Solo se l'altro programma è terminato senza chiuderlo: se lavora ancora, scriverebbero entrambi. L'operazione resta nel registro.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendi il controllo</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Apri un altro…</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Apri in sola lettura</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Ripristina una copia di sicurezza</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Mostra il rapporto</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Apri la copia</translation>
    </message>
</context>
<context>
    <name>observo::app::CensusFiles</name>
    <message>
        <source>Opening %1</source>
        <translation>Apertura di %1</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>Creazione di %1</translation>
    </message>
    <message>
        <source>Opening the sample census</source>
        <translation>Apertura del censimento di esempio</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>ripristinato</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>Ripristino di una copia di sicurezza</translation>
    </message>
</context>
<context>
    <name>observo::app::ChecksEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
</context>
<context>
    <name>observo::app::DayEditor</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>gg/mm/aaaa</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>observo::app::EditQueue</name>
    <message>
        <source>Saving</source>
        <translation>Salvataggio</translation>
    </message>
    <message>
        <source>Backup before the first edit</source>
        <translation>Copia di sicurezza prima della prima modifica</translation>
    </message>
</context>
<context>
    <name>observo::app::ExportDialog</name>
    <message>
        <source>All cameras</source>
        <translation>Tutte le telecamere</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Esame in corso…</translation>
    </message>
    <message>
        <source>Write the name of the file.</source>
        <translation>Scrivere il nome del file.</translation>
    </message>
    <message>
        <source>Write the reason and the recipient: the law asks for both, and they stay in the log.</source>
        <translation>Scrivere motivo e destinatario: la legge li richiede e restano nel registro.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 esiste già.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sostituisci</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Esportazione</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) listed in the table: %1</source>
        <translation>
            <numerusform>%n telecamera elencata nella tabella: %1</numerusform>
            <numerusform>%n telecamere elencate nella tabella: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen camera(s)</source>
        <translation>
            <numerusform>%n telecamera scelta</numerusform>
            <numerusform>%n telecamere scelte</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>La cartella %1 non c'è.</translation>
    </message>
</context>
<context>
    <name>observo::app::FieldForm</name>
    <message>
        <source>Position</source>
        <translation>Posizione</translation>
    </message>
    <message>
        <source>Value not in the list, kept as it came.</source>
        <translation>Valore non previsto, conservato com'era.</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>Inteso come %1</translation>
    </message>
    <message>
        <source>Not the same for all.</source>
        <translation>Non uguale per tutte.</translation>
    </message>
</context>
<context>
    <name>observo::app::FormSection</name>
    <message>
        <source>Fewer fields</source>
        <translation>Meno campi</translation>
    </message>
    <message>
        <source>Other fields (%1)</source>
        <translation>Altri campi (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n to look at</source>
        <translation>
            <numerusform>%1 · %n da verificare</numerusform>
            <numerusform>%1 · %n da verificare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::HistoryPage</name>
    <message>
        <source>Registered %1 by %2. Last change %3 by %4.</source>
        <translation>Inserita il %1 da %2. Ultima modifica il %3 da %4.</translation>
    </message>
</context>
<context>
    <name>observo::app::KeysDialog</name>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>Turn the chosen camera (Shift 10°, Alt 0.1°)</source>
        <translation>Gira la telecamera scelta (Maiusc 10°, Alt 0,1°)</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Longer or shorter range</source>
        <translation>Portata più lunga o più corta</translation>
    </message>
    <message>
        <source>Ctrl + arrows</source>
        <translation>Ctrl + frecce</translation>
    </message>
    <message>
        <source>Move the chosen camera 0.1 m (with Shift 1 m)</source>
        <translation>Sposta la telecamera scelta di 0,1 m (con Maiusc 1 m)</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Next handle: direction, left edge, right edge, tilt</source>
        <translation>Maniglia seguente: direzione, bordo sinistro, bordo destro, inclinazione</translation>
    </message>
    <message>
        <source>digits, Enter</source>
        <translation>cifre, Invio</translation>
    </message>
    <message>
        <source>Type the value of the handle (38m sets the range)</source>
        <translation>Scrive il valore della maniglia (38m imposta la portata)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Apply the form</source>
        <translation>Applica la scheda</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Invio</translation>
    </message>
    <message>
        <source>Apply the form and start the next camera</source>
        <translation>Applica la scheda e inizia la telecamera seguente</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the tool, then the selection; in the form, take back</source>
        <translation>Lascia lo strumento, poi la selezione; nella scheda, ripristina</translation>
    </message>
</context>
<context>
    <name>observo::app::LayerShelf</name>
    <message>
        <source>Loading %1</source>
        <translation>Lettura di %1</translation>
    </message>
</context>
<context>
    <name>observo::app::LayersDock</name>
    <message>
        <source>Add layers</source>
        <translation>Aggiungi livelli</translation>
    </message>
    <message>
        <source>Layers (*.gpkg *.shp *.zip *.geojson *.json *.kml *.pbf *.tif *.tiff *.mbtiles *.png *.jpg *.jpeg *.jp2);;All files (*)</source>
        <translation>Livelli (*.gpkg *.shp *.zip *.geojson *.json *.kml *.pbf *.tif *.tiff *.mbtiles *.png *.jpg *.jpeg *.jp2);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>%1 (not shown)</source>
        <translation>%1 (non mostrato)</translation>
    </message>
    <message>
        <source>%1 (loading)</source>
        <translation>%1 (in lettura)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuna</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Come dice il file</translation>
    </message>
</context>
<context>
    <name>observo::app::MainWindow</name>
    <message>
        <source>Census</source>
        <translation>Censimento</translation>
    </message>
    <message>
        <source>The form of %1 was left unfinished.</source>
        <translation>La scheda di %1 è rimasta a metà.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>One form holds a value that cannot be saved.</source>
        <translation>Una scheda contiene un valore che non si può salvare.</translation>
    </message>
    <message>
        <source>It is kept as a draft and offered when the census is opened again.</source>
        <translation>Resta come bozza e verrà riproposta alla prossima apertura.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Saving before closing…</source>
        <translation>Salvataggio prima di chiudere…</translation>
    </message>
    <message>
        <source>“%1” is not possible now: choose a camera first, or see whether the census can be changed.</source>
        <translation>«%1» ora non è possibile: scegliere prima una telecamera, o vedere se il censimento si può modificare.</translation>
    </message>
</context>
<context>
    <name>observo::app::MapScene</name>
    <message>
        <source>No cameras yet. Press N and click the map, or Ctrl+I to import a file. L adds a base map.</source>
        <translation>Nessuna telecamera. Premere N e fare clic sulla mappa, oppure Ctrl+I per importare un file. L aggiunge uno sfondo.</translation>
    </message>
</context>
<context>
    <name>observo::app::MeasureTool</name>
    <message>
        <source>total %1</source>
        <translation>totale %1</translation>
    </message>
</context>
<context>
    <name>observo::app::NewCensusDialog</name>
    <message>
        <source>census</source>
        <translation>censimento</translation>
    </message>
    <message>
        <source>New census</source>
        <translation>Nuovo censimento</translation>
    </message>
    <message>
        <source>Census (*.gpkg)</source>
        <translation>Censimento (*.gpkg)</translation>
    </message>
    <message>
        <source>Write the name of the body, such as Comune di Settimo Torinese.</source>
        <translation>Scrivere il nome dell'ente, per esempio Comune di Settimo Torinese.</translation>
    </message>
    <message>
        <source>The ISTAT code has six digits, such as 001265.</source>
        <translation>Il codice ISTAT ha sei cifre, per esempio 001265.</translation>
    </message>
    <message>
        <source>This file exists already. Choose another name.</source>
        <translation>Questo file esiste già. Scegliere un altro nome.</translation>
    </message>
    <message>
        <source>The folder of this file does not exist.</source>
        <translation>La cartella di questo file non esiste.</translation>
    </message>
</context>
<context>
    <name>observo::app::PlaceBar</name>
    <message>
        <source>Arrow keys move the cross, Enter places there.</source>
        <translation>Le frecce muovono la croce, Invio colloca in quel punto.</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>Inteso come %1</translation>
    </message>
    <message>
        <source>These coordinates cannot be read. Example: 45,07030 N 7,68690 E</source>
        <translation>Coordinate non leggibili. Esempio: 45,07030 N 7,68690 E</translation>
    </message>
</context>
<context>
    <name>observo::app::PositionEditor</name>
    <message>
        <source>Reference system</source>
        <translation>Sistema di riferimento</translation>
    </message>
</context>
<context>
    <name>observo::app::ReasonDialog</name>
    <message>
        <source>Write why: the reason stays in the log.</source>
        <translation>Scrivere perché: il motivo resta nel registro.</translation>
    </message>
    <message>
        <source>Write a date, such as 22/11/2026.</source>
        <translation>Scrivere una data, per esempio 22/11/2026.</translation>
    </message>
</context>
<context>
    <name>observo::app::RecordPage</name>
    <message>
        <source>One field cannot be saved as it is.</source>
        <translation>Un campo non si può salvare così com'è.</translation>
    </message>
    <message numerus="yes">
        <source>Take back what was typed into %n field(s)?</source>
        <translation>
            <numerusform>Ripristinare %n campo modificato?</numerusform>
            <numerusform>Ripristinare %n campi modificati?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Apply (Enter)</source>
        <translation>Applica (Invio)</translation>
    </message>
    <message>
        <source>Take back (Esc)</source>
        <translation>Ripristina (Esc)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvataggio…</translation>
    </message>
</context>
<context>
    <name>observo::app::SearchBox</name>
    <message>
        <source>Search a camera, a street, coordinates, a command…   Ctrl+K</source>
        <translation>Cerca telecamera, via, coordinate, comando…   Ctrl+K</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Risultati della ricerca</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nessun risultato.</translation>
    </message>
</context>
<context>
    <name>observo::app::SeveralPage</name>
    <message numerus="yes">
        <source>%n camera(s) chosen</source>
        <translation>
            <numerusform>%n telecamera scelta</numerusform>
            <numerusform>%n telecamere scelte</numerusform>
        </translation>
    </message>
    <message>
        <source>One field cannot be saved as it is.</source>
        <translation>Un campo non si può salvare così com'è.</translation>
    </message>
    <message>
        <source>What was typed for several cameras could not be saved and was dropped.</source>
        <translation>Quanto scritto per più telecamere non poteva essere salvato ed è stato lasciato.</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n camera(s) (Enter)</source>
        <translation>
            <numerusform>Applica a %n telecamera (Invio)</numerusform>
            <numerusform>Applica a %n telecamere (Invio)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::StatusStrip</name>
    <message>
        <source>outside the system</source>
        <translation>fuori dal sistema</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Sola lettura</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Tutto salvato</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Salvato alle %1</translation>
    </message>
    <message>
        <source>Coordinates copied: %1</source>
        <translation>Coordinate copiate: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvataggio…</translation>
    </message>
</context>
<context>
    <name>observo::app::SummaryPage</name>
    <message>
        <source>Click a line to list its cameras. F1 shows all keys.</source>
        <translation>Un clic su una riga ne elenca le telecamere. F1 mostra tutti i tasti.</translation>
    </message>
    <message>
        <source>ISTAT %1</source>
        <translation>ISTAT %1</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n telecamera</numerusform>
            <numerusform>%n telecamere</numerusform>
        </translation>
    </message>
    <message>
        <source>Other value</source>
        <translation>Altro valore</translation>
    </message>
    <message>
        <source>Checking the rules</source>
        <translation>Verifica delle regole</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Niente da verificare.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Da verificare</translation>
    </message>
</context>
<context>
    <name>observo::app::TableDock</name>
    <message>
        <source>Cameras %1</source>
        <translation>Telecamere %1</translation>
    </message>
    <message>
        <source>Cameras %1 (of %2)</source>
        <translation>Telecamere %1 (di %2)</translation>
    </message>
</context>
<context>
    <name>observo::mapview::MapWidget</name>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Arrow keys move the map, plus and minus zoom, 0 shows everything.</source>
        <translation>Le frecce spostano la mappa, più e meno ingrandiscono e riducono, 0 mostra tutto.</translation>
    </message>
</context>
<context>
    <name>observo::app::ReferenceEditor</name>
    <message>
        <source>Code or name of a camera</source>
        <translation>Codice o nome di una telecamera</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Layer of the file</source>
        <translation>Livello del file</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>Encoding of the texts</source>
        <translation>Codifica dei testi</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Mittente</translation>
    </message>
    <message>
        <source>Profile of the sender</source>
        <translation>Profilo del mittente</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salva…</translation>
    </message>
    <message>
        <source>Keeps columns, values and reference system for the next file of this sender.</source>
        <translation>Conserva colonne, valori e sistema di riferimento per il prossimo file di questo mittente.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>Reads them from a mapping file (JSON), as the command line does.</source>
        <translation>Li legge da un file di corrispondenze (JSON), come la riga di comando.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Colonne del file</translation>
    </message>
    <message>
        <source>The column becomes</source>
        <translation>La colonna diventa</translation>
    </message>
    <message>
        <source>Field that the column becomes</source>
        <translation>Campo che la colonna diventa</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unità</translation>
    </message>
    <message>
        <source>Unit of its numbers</source>
        <translation>Unità dei suoi numeri</translation>
    </message>
    <message>
        <source>Columns that no field takes stay with the camera and come out again with an export.</source>
        <translation>Le colonne che nessun campo prende restano con la telecamera ed escono di nuovo con l'esportazione.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valori</translation>
    </message>
    <message>
        <source>Values that are not understood</source>
        <translation>Valori non capiti</translation>
    </message>
    <message>
        <source>The value means</source>
        <translation>Il valore significa</translation>
    </message>
    <message>
        <source>What the value means</source>
        <translation>Che cosa significa il valore</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Posizione</translation>
    </message>
    <message>
        <source>Reference systems</source>
        <translation>Sistemi di riferimento</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Un altro</translation>
    </message>
    <message>
        <source>Another reference system</source>
        <translation>Un altro sistema di riferimento</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Prime righe</translation>
    </message>
    <message>
        <source>First rows as they are read</source>
        <translation>Prime righe come sono lette</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Che cosa succederà</translation>
    </message>
    <message>
        <source>What is to be said about the rows</source>
        <translation>Osservazioni sulle righe</translation>
    </message>
    <message>
        <source>A camera that is there already</source>
        <translation>Una telecamera che c'è già</translation>
    </message>
    <message>
        <source>The same within</source>
        <translation>La stessa entro</translation>
    </message>
    <message>
        <source>Two descriptions of one camera lie within</source>
        <translation>Due descrizioni della stessa telecamera distano al massimo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Days are written</source>
        <translation>I giorni sono scritti</translation>
    </message>
    <message>
        <source>How days are written</source>
        <translation>Come sono scritti i giorni</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>Si riconosce da</translation>
    </message>
    <message>
        <source>By what cameras are recognised</source>
        <translation>Da che cosa si riconoscono le telecamere</translation>
    </message>
</context>
<context>
    <name>IntakeText</name>
    <message>
        <source>✕ error</source>
        <translation>✕ errore</translation>
    </message>
    <message>
        <source>⚠ warning</source>
        <translation>⚠ avviso</translation>
    </message>
    <message>
        <source>i notice</source>
        <translation>i nota</translation>
    </message>
    <message>
        <source>the .prj beside the file says so</source>
        <translation>lo dice il .prj accanto al file</translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation>scelto qui</translation>
    </message>
    <message>
        <source>the file says so</source>
        <translation>lo dice il file</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>resta com'è</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitudine</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitudine</translation>
    </message>
    <message>
        <source>East (x)</source>
        <translation>Est (x)</translation>
    </message>
    <message>
        <source>North (y)</source>
        <translation>Nord (y)</translation>
    </message>
    <message>
        <source>Coordinates, both in one text</source>
        <translation>Coordinate, entrambe in un testo</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posizione</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonna</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Diventa</translation>
    </message>
    <message>
        <source>In the first rows</source>
        <translation>Nelle prime righe</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Letto come</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valore</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 e un'altra</numerusform>
            <numerusform>%1 e altre %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n riga</numerusform>
            <numerusform>%n righe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n row(s)</source>
        <translation>
            <numerusform>la prima riga</numerusform>
            <numerusform>le prime %n righe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonna</numerusform>
            <numerusform>%n colonne</numerusform>
        </translation>
    </message>
    <message>
        <source>texts in %1</source>
        <translation>testi in %1</translation>
    </message>
    <message>
        <source>No column is known to hold coordinates. Choose the columns of longitude and latitude, or of east and north, on the first page.</source>
        <translation>Di nessuna colonna si sa che contenga coordinate. Nella prima pagina scegliere le colonne di longitudine e latitudine, o di est e nord.</translation>
    </message>
    <message>
        <source>Nobody says in which reference system the coordinates are. Each line shows where the points would lie: choose one, and see on the map whether it is the right place.</source>
        <translation>Nessuno dice in quale sistema di riferimento sono le coordinate. Ogni riga dice dove cadrebbero i punti: sceglierne una e guardare sulla mappa se il posto è quello giusto.</translation>
    </message>
    <message>
        <source>The reference system is not known, and none of the usual ones fits the numbers. Write its EPSG code below.</source>
        <translation>Il sistema di riferimento non si conosce e nessuno di quelli usuali va d'accordo con i numeri. Scrivere sotto il suo codice EPSG.</translation>
    </message>
    <message>
        <source>There are no points yet.</source>
        <translation>Non ci sono ancora punti.</translation>
    </message>
    <message>
        <source>Expected error about %1.</source>
        <translation>Errore previsto circa %1.</translation>
    </message>
    <message>
        <source>Coordinates in %1 (%2).%3</source>
        <translation>Coordinate in %1 (%2).%3</translation>
    </message>
    <message>
        <source>The points lie between %1 and %2 east, %3 and %4 north.</source>
        <translation>I punti stanno tra %1 e %2 est, %3 e %4 nord.</translation>
    </message>
    <message>
        <source>Their middle is %1 from the middle of the cameras that are there already.</source>
        <translation>Il loro centro è a %1 dal centro delle telecamere che ci sono già.</translation>
    </message>
    <message>
        <source>%1 · %2
%3; plausibility %4 of 100</source>
        <translation>%1 · %2
%3; plausibilità %4 su 100</translation>
    </message>
    <message>
        <source>%1 from the cameras that are there</source>
        <translation>a %1 dalle telecamere che ci sono</translation>
    </message>
    <message>
        <source>zipped shapefile</source>
        <translation>shapefile compresso</translation>
    </message>
    <message>
        <source>newline-delimited GeoJSON</source>
        <translation>GeoJSON a righe</translation>
    </message>
    <message>
        <source>Excel sheet</source>
        <translation>foglio Excel</translation>
    </message>
    <message>
        <source>OpenDocument sheet</source>
        <translation>foglio OpenDocument</translation>
    </message>
    <message>
        <source>text table</source>
        <translation>tabella di testo</translation>
    </message>
    <message>
        <source>(from .cpg)</source>
        <translation>(dal .cpg)</translation>
    </message>
    <message>
        <source>(declared)</source>
        <translation>(dichiarato)</translation>
    </message>
    <message>
        <source>(detected)</source>
        <translation>(riconosciuto)</translation>
    </message>
    <message>
        <source>(--encoding)</source>
        <translation>(scelto qui)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a census</source>
        <translation>Unisci un censimento</translation>
    </message>
    <message>
        <source>Where both say something different</source>
        <translation>Dove i due dicono cose diverse</translation>
    </message>
    <message>
        <source>What is to be said about the records</source>
        <translation>Osservazioni sui record</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unisci</translation>
    </message>
</context>
<context>
    <name>ReceiptText</name>
    <message>
        <source>stays as it is</source>
        <translation>resta com'è</translation>
    </message>
    <message>
        <source>takes what the file says</source>
        <translation>prende quello che dice il file</translation>
    </message>
    <message>
        <source>is shown to me when it differs</source>
        <translation>mi viene mostrata se è diversa</translation>
    </message>
    <message>
        <source>is added once more</source>
        <translation>si aggiunge un'altra volta</translation>
    </message>
    <message>
        <source>the newer record decides</source>
        <translation>decide il record più recente</translation>
    </message>
    <message>
        <source>this census decides</source>
        <translation>decide questo censimento</translation>
    </message>
    <message>
        <source>the other census decides</source>
        <translation>decide l'altro censimento</translation>
    </message>
    <message>
        <source>I decide, one by one</source>
        <translation>decido io, caso per caso</translation>
    </message>
    <message>
        <source>What only one side has changed comes in by itself. What both have changed stays as it is here until you decide; the window for it opens after the merge.</source>
        <translation>Quello che è cambiato da una parte sola entra da sé. Quello che è cambiato da entrambe resta com'è qui fino alla decisione; la finestra per decidere si apre dopo l'unione.</translation>
    </message>
    <message>
        <source>What only one side has changed comes in by itself, removals too; the same change on both sides is no conflict.</source>
        <translation>Quello che è cambiato da una parte sola entra da sé, anche le rimozioni; la stessa modifica da entrambe le parti non è un conflitto.</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 aggiunte</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>%1 aggiornate</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 invariate</translation>
    </message>
    <message>
        <source>%1 left as they are</source>
        <translation>%1 lasciate come sono</translation>
    </message>
    <message>
        <source>%1 for you to decide</source>
        <translation>%1 da decidere</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 rifiutate</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 lette</translation>
    </message>
    <message>
        <source>The receipt could not be saved beside the file.</source>
        <translation>La ricevuta non si è potuta salvare accanto al file.</translation>
    </message>
    <message>
        <source>Coordinates: %1 → %2, %3</source>
        <translation>Coordinate: %1 → %2, %3</translation>
    </message>
    <message>
        <source>Kept as they are: %1</source>
        <translation>Restano come sono: %1</translation>
    </message>
    <message>
        <source>The whole receipt: %1</source>
        <translation>La ricevuta intera: %1</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review</source>
        <translation>Revisione</translation>
    </message>
    <message>
        <source>Decided so far</source>
        <translation>Decisi finora</translation>
    </message>
    <message>
        <source>Fields of the two records</source>
        <translation>Campi dei due record</translation>
    </message>
    <message>
        <source>← Census (all)</source>
        <translation>← Censimento (tutti)</translation>
    </message>
    <message>
        <source>→ Other side (all)</source>
        <translation>→ Altra parte (tutti)</translation>
    </message>
    <message>
        <source>Equal fields too</source>
        <translation>Anche i campi uguali</translation>
    </message>
    <message>
        <source>Show on the main map (G)</source>
        <translation>Mostra sulla mappa grande (G)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Applica</translation>
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message>
        <source>to the north</source>
        <translation>a nord</translation>
    </message>
    <message>
        <source>to the north-east</source>
        <translation>a nord-est</translation>
    </message>
    <message>
        <source>to the east</source>
        <translation>a est</translation>
    </message>
    <message>
        <source>to the south-east</source>
        <translation>a sud-est</translation>
    </message>
    <message>
        <source>to the south</source>
        <translation>a sud</translation>
    </message>
    <message>
        <source>to the south-west</source>
        <translation>a sud-ovest</translation>
    </message>
    <message>
        <source>to the west</source>
        <translation>a ovest</translation>
    </message>
    <message>
        <source>to the north-west</source>
        <translation>a nord-ovest</translation>
    </message>
    <message>
        <source>Is row %1 the camera %2?</source>
        <translation>La riga %1 è la telecamera %2?</translation>
    </message>
    <message>
        <source>Is this the camera %1?</source>
        <translation>È la telecamera %1?</translation>
    </message>
    <message>
        <source>Row %1 says something else about %2.</source>
        <translation>La riga %1 dice altro di %2.</translation>
    </message>
    <message>
        <source>The two censuses say different things about %1.</source>
        <translation>I due censimenti dicono cose diverse di %1.</translation>
    </message>
    <message>
        <source>%1 was removed here and changed there.</source>
        <translation>%1 è stata rimossa qui e modificata di là.</translation>
    </message>
    <message>
        <source>%1 was removed there and changed here.</source>
        <translation>%1 è stata rimossa di là e modificata qui.</translation>
    </message>
    <message>
        <source>Same camera (S)</source>
        <translation>Stessa telecamera (S)</translation>
    </message>
    <message>
        <source>Remove here too (S)</source>
        <translation>Rimuovi anche qui (S)</translation>
    </message>
    <message>
        <source>Take the chosen values (S)</source>
        <translation>Prendi i valori scelti (S)</translation>
    </message>
    <message>
        <source>Bring it back (D)</source>
        <translation>Riportala nel censimento (D)</translation>
    </message>
    <message>
        <source>Two cameras: add it (D)</source>
        <translation>Due telecamere: aggiungi (D)</translation>
    </message>
    <message>
        <source>It stays removed (L)</source>
        <translation>Resta rimossa (L)</translation>
    </message>
    <message>
        <source>It stays (L)</source>
        <translation>Resta (L)</translation>
    </message>
    <message>
        <source>The census stays as it is (L)</source>
        <translation>Il censimento resta com'è (L)</translation>
    </message>
    <message>
        <source>A (census) and B (other side) lie in the same place.</source>
        <translation>A (censimento) e B (altra parte) stanno nello stesso posto.</translation>
    </message>
    <message>
        <source>B (other side) lies %1 %2 of A (census).</source>
        <translation>B (altra parte) sta %1 %2 di A (censimento).</translation>
    </message>
</context>
<context>
    <name>observo::app::ExchangeCommands</name>
    <message>
        <source>Import cameras</source>
        <translation>Importa telecamere</translation>
    </message>
    <message>
        <source>Files with cameras (*.shp *.zip *.geojson *.json *.gpkg *.kml *.kmz *.csv *.tsv *.txt *.xlsx *.ods *.fgb *.gpx *.pbf *.osm *.dxf);;All files (*)</source>
        <translation>File con telecamere (*.shp *.zip *.geojson *.json *.gpkg *.kml *.kmz *.csv *.tsv *.txt *.xlsx *.ods *.fgb *.gpx *.pbf *.osm *.dxf);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Merge a census</source>
        <translation>Unisci un censimento</translation>
    </message>
    <message>
        <source>Census (*.gpkg);;All files (*)</source>
        <translation>Censimento (*.gpkg);;Tutti i file (*)</translation>
    </message>
    <message numerus="yes">
        <source>Decide %n doubt(s)…</source>
        <translation>
            <numerusform>Decidi %n dubbio…</numerusform>
            <numerusform>Decidi %n dubbi…</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>Mostra la ricevuta</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Open a census first, then bring the file again.</source>
        <translation>Aprire prima un censimento, poi portare di nuovo il file.</translation>
    </message>
    <message>
        <source>%1 is a census. What is it for?</source>
        <translation>%1 è un censimento. A che cosa serve?</translation>
    </message>
    <message>
        <source>Merge it into this one…</source>
        <translation>Unirlo a questo…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Aprirlo</translation>
    </message>
    <message>
        <source>What is %1 for?</source>
        <translation>A che cosa serve %1?</translation>
    </message>
    <message>
        <source>Cameras come into the census; a layer is only drawn below them.</source>
        <translation>Le telecamere entrano nel censimento; un livello si disegna soltanto sotto di esse.</translation>
    </message>
    <message>
        <source>Import the cameras…</source>
        <translation>Importa le telecamere…</translation>
    </message>
    <message>
        <source>Add as a layer</source>
        <translation>Aggiungi come livello</translation>
    </message>
    <message>
        <source>Show everything on the map</source>
        <translation>Mostra tutto sulla mappa</translation>
    </message>
</context>
<context>
    <name>observo::app::ImportDesk</name>
    <message>
        <source>Importing %1</source>
        <translation>Importazione di %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lettura di %1</translation>
    </message>
</context>
<context>
    <name>observo::app::ImportDialog</name>
    <message>
        <source>as the file says</source>
        <translation>come dice il file</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>Open a mapping file</source>
        <translation>Apri un file di corrispondenze</translation>
    </message>
    <message>
        <source>Mapping or receipt (*.json);;All files (*)</source>
        <translation>Corrispondenze o ricevuta (*.json);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Salva il profilo</translation>
    </message>
    <message>
        <source>Name of the sender</source>
        <translation>Nome del mittente</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lettura del file…</translation>
    </message>
    <message>
        <source>Reading the whole file to say what will happen…</source>
        <translation>Lettura di tutto il file per dire che cosa succederà…</translation>
    </message>
    <message>
        <source>What will happen is said here once the file can be read.</source>
        <translation>Che cosa succederà si legge qui quando il file si può leggere.</translation>
    </message>
    <message>
        <source>Every row comes in as it is: there is nothing to remark.</source>
        <translation>Ogni riga entra com'è: non c'è niente da osservare.</translation>
    </message>
    <message>
        <source>What is to be said about the rows. Nothing is written yet.</source>
        <translation>Osservazioni sulle righe. Non è ancora scritto niente.</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) can be looked at one by one after the import.</source>
        <translation>
            <numerusform>%n telecamera si può guardare dopo l'importazione.</numerusform>
            <numerusform>%n telecamere si possono guardare una per una dopo l'importazione.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valori</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Posizione</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Che cosa succederà</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importazione…</translation>
    </message>
    <message>
        <source>Say which columns hold the coordinates.</source>
        <translation>Dire quali colonne contengono le coordinate.</translation>
    </message>
    <message>
        <source>Choose the reference system.</source>
        <translation>Scegliere il sistema di riferimento.</translation>
    </message>
    <message>
        <source>The census cannot be changed now.</source>
        <translation>Ora il censimento non si può modificare.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>everything it says</source>
        <translation>tutto quello che dice</translation>
    </message>
</context>
<context>
    <name>observo::app::MapCommands</name>
    <message>
        <source>The map is in the clipboard as a picture.</source>
        <translation>La mappa è negli appunti come immagine.</translation>
    </message>
</context>
<context>
    <name>observo::app::MergeDialog</name>
    <message>
        <source>Merging %1</source>
        <translation>Unione di %1</translation>
    </message>
    <message>
        <source>Everything is here already. %1</source>
        <translation>C'è già tutto. %1</translation>
    </message>
    <message>
        <source>Comparing the two censuses…</source>
        <translation>Confronto dei due censimenti…</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) can be looked at one by one after the merge.</source>
        <translation>
            <numerusform>%n record si può guardare dopo l'unione.</numerusform>
            <numerusform>%n record si possono guardare uno per uno dopo l'unione.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Unione…</translation>
    </message>
    <message>
        <source>The census cannot be changed now.</source>
        <translation>Ora il censimento non si può modificare.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Comparing with %1</source>
        <translation>Confronto con %1</translation>
    </message>
    <message>
        <source>This is no census that can be merged. Cameras of other files are imported with Ctrl+I.</source>
        <translation>Non è un censimento che si possa unire. Le telecamere di altri file si importano con Ctrl+I.</translation>
    </message>
</context>
<context>
    <name>observo::app::PlacePage</name>
    <message>
        <source>name or EPSG code</source>
        <translation>nome o codice EPSG</translation>
    </message>
    <message>
        <source>As the file says: %1</source>
        <translation>Come dice il file: %1</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Come dice il file</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Scelto: %1</translation>
    </message>
    <message>
        <source>(not chosen yet)</source>
        <translation>(non ancora scelto)</translation>
    </message>
</context>
<context>
    <name>observo::app::ReviewDialog</name>
    <message>
        <source>Review: %1</source>
        <translation>Revisione: %1</translation>
    </message>
    <message>
        <source>↑ ↓ field · ← census · → other side (Shift: all fields) · S, D, L answer · PgUp, PgDn other doubts · Ctrl+Enter the same for all of this kind · G main map · Ctrl+S apply</source>
        <translation>↑ ↓ campo · ← censimento · → altra parte (Maiusc: tutti i campi) · S, D, L risposta · Pag↑, Pag↓ altri dubbi · Ctrl+Invio lo stesso per tutti quelli di questo genere · G mappa grande · Ctrl+S applica</translation>
    </message>
    <message>
        <source>Answer this one first: S, D or L.</source>
        <translation>Rispondere prima a questo: S, D o L.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>A · in the census</source>
        <translation>A · nel censimento</translation>
    </message>
    <message>
        <source>B · %1</source>
        <translation>B · %1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Prima</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>(non noto)</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>è diverso</translation>
    </message>
    <message>
        <source>is the same</source>
        <translation>è uguale</translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other(s) of this kind (Ctrl+Enter)</source>
        <translation>
            <numerusform>Lo stesso per un altro di questo genere (Ctrl+Invio)</numerusform>
            <numerusform>Lo stesso per altri %n di questo genere (Ctrl+Invio)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 di %2 decisi</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n decision(s)</source>
        <translation>
            <numerusform>Applica %n decisione</numerusform>
            <numerusform>Applica %n decisioni</numerusform>
        </translation>
    </message>
    <message>
        <source>The census cannot be changed now.</source>
        <translation>Ora il censimento non si può modificare.</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) had no effect: the camera is no longer there.</source>
        <translation>
            <numerusform>%n decisione senza effetto: la telecamera non c'è più.</numerusform>
            <numerusform>%n decisioni senza effetto: le telecamere non ci sono più.</numerusform>
        </translation>
    </message>
    <message>
        <source>The census stays as it is.</source>
        <translation>Il censimento resta com'è.</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are not applied yet.</source>
        <translation>
            <numerusform>%n decisione non è ancora applicata.</numerusform>
            <numerusform>%n decisioni non sono ancora applicate.</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing the same file again brings the doubts back.</source>
        <translation>Importando di nuovo lo stesso file i dubbi tornano.</translation>
    </message>
    <message>
        <source>Leave without applying</source>
        <translation>Esci senza applicare</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(rimossa)</translation>
    </message>
</context>
<context>
    <name>observo::app::ValuesPage</name>
    <message>
        <source>✓ means: %1</source>
        <translation>✓ significa: %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value in the file</source>
        <translation>Valore nel file</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Righe</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Che cosa ne sarà</translation>
    </message>
    <message>
        <source>Every value of the file is understood.</source>
        <translation>Ogni valore del file è capito.</translation>
    </message>
    <message>
        <source>The values are listed once the file is read.</source>
        <translation>I valori sono elencati quando il file è letto.</translation>
    </message>
    <message>
        <source>(not decided)</source>
        <translation>(non deciso)</translation>
    </message>
    <message>
        <source>⚠ means: %1; %2</source>
        <translation>⚠ significa: %1; %2</translation>
    </message>
    <message>
        <source>The row comes in all the same; the text stays with the camera. Say above what a value means, and it is read so everywhere in the file.</source>
        <translation>La riga entra lo stesso; il testo resta con la telecamera. Dire qui sopra che cosa significa un valore: sarà letto così in tutto il file.</translation>
    </message>
    <message>
        <source>value and unit, such as 168 h</source>
        <translation>valore e unità, per esempio 168 h</translation>
    </message>
</context>
<context>
    <name>observo::app::ColumnsPage</name>
    <message>
        <source>as the file shows</source>
        <translation>come si vede dal file</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>giorno, mese, anno</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>mese, giorno, anno</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Receipt</source>
        <translation>Ricevuta</translation>
    </message>
    <message>
        <source>What is to be said about the rows</source>
        <translation>Osservazioni sulle righe</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
</TS>
