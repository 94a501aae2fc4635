<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>EditText</name>
    <message numerus="yes">
        <source>%1: %n field(s) changed.</source>
        <translation>
            <numerusform>%1: %n field changed.</numerusform>
            <numerusform>%1: %n fields changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n camera(s).</source>
        <translation>
            <numerusform>%1: %n camera.</numerusform>
            <numerusform>%1: %n cameras.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportText</name>
    <message numerus="yes">
        <source>%n camera(s) will be written.</source>
        <translation>
            <numerusform>%n camera will be written.</numerusform>
            <numerusform>%n cameras will be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) stay out: their visibility is above the edition.</source>
        <translation>
            <numerusform>%n camera stays out: its visibility is above the edition.</numerusform>
            <numerusform>%n cameras stay out: their visibility is above the edition.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) not as in the census.</source>
        <translation>
            <numerusform>%n thing not as in the census.</numerusform>
            <numerusform>%n things not as in the census.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) exported to %1 and read back.</source>
        <translation>
            <numerusform>%n camera exported to %1 and read back.</numerusform>
            <numerusform>%n cameras exported to %1 and read back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message numerus="yes">
        <source>h (%n day(s))</source>
        <translation>
            <numerusform>h (%n day)</numerusform>
            <numerusform>h (%n days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::FormSection</name>
    <message numerus="yes">
        <source>%1 · %n to look at</source>
        <translation>
            <numerusform>%1 · %n to look at</numerusform>
            <numerusform>%1 · %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::RecordPage</name>
    <message numerus="yes">
        <source>Take back what was typed into %n field(s)?</source>
        <translation>
            <numerusform>Take back what was typed into %n field?</numerusform>
            <numerusform>Take back what was typed into %n fields?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::SeveralPage</name>
    <message numerus="yes">
        <source>%n camera(s) chosen</source>
        <translation>
            <numerusform>%n camera chosen</numerusform>
            <numerusform>%n cameras chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n camera(s) (Enter)</source>
        <translation>
            <numerusform>Apply to %n camera (Enter)</numerusform>
            <numerusform>Apply to %n cameras (Enter)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::SummaryPage</name>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::ExportDialog</name>
    <message numerus="yes">
        <source>%n camera(s) listed in the table: %1</source>
        <translation>
            <numerusform>%n camera listed in the table: %1</numerusform>
            <numerusform>%n cameras listed in the table: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen camera(s)</source>
        <translation>
            <numerusform>%n chosen camera</numerusform>
            <numerusform>%n chosen cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and one more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n row(s)</source>
        <translation>
            <numerusform>the first row</numerusform>
            <numerusform>the first %n rows</numerusform>
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
    <name>ReceiptText</name>
</context>
<context>
    <name>observo::app::ExchangeCommands</name>
    <message numerus="yes">
        <source>Decide %n doubt(s)…</source>
        <translation>
            <numerusform>Decide %n doubt…</numerusform>
            <numerusform>Decide %n doubts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::ImportDialog</name>
    <message numerus="yes">
        <source>%n camera(s) can be looked at one by one after the import.</source>
        <translation>
            <numerusform>%n camera can be looked at after the import.</numerusform>
            <numerusform>%n cameras can be looked at one by one after the import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::MergeDialog</name>
    <message numerus="yes">
        <source>%n record(s) can be looked at one by one after the merge.</source>
        <translation>
            <numerusform>%n record can be looked at after the merge.</numerusform>
            <numerusform>%n records can be looked at one by one after the merge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>observo::app::ReviewDialog</name>
    <message numerus="yes">
        <source>The same for %n other(s) of this kind (Ctrl+Enter)</source>
        <translation>
            <numerusform>The same for another one of this kind (Ctrl+Enter)</numerusform>
            <numerusform>The same for %n others of this kind (Ctrl+Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n decision(s)</source>
        <translation>
            <numerusform>Apply %n decision</numerusform>
            <numerusform>Apply %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) had no effect: the camera is no longer there.</source>
        <translation>
            <numerusform>%n decision had no effect: the camera is no longer there.</numerusform>
            <numerusform>%n decisions had no effect: the cameras are no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are not applied yet.</source>
        <translation>
            <numerusform>%n decision is not applied yet.</numerusform>
            <numerusform>%n decisions are not applied yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
