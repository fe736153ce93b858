<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>It is tested on %Ln synthetic digits of another seed, %1.</source>
        <translation>
            <numerusform>It is tested on %Ln synthetic digit of another seed, %1.</numerusform>
            <numerusform>It is tested on %Ln synthetic digits of another seed, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is tested on %Ln other digits.</source>
        <translation>
            <numerusform>It is tested on %Ln other digit.</numerusform>
            <numerusform>It is tested on %Ln other digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are left out: they came from pictures and have no strokes.</source>
        <translation>
            <numerusform>%Ln sample is left out: it came from a picture and has no strokes.</numerusform>
            <numerusform>%Ln samples are left out: they came from pictures and have no strokes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>BLAS: %1, kernel %2, %Ln thread(s)</source>
        <translation>
            <numerusform>BLAS: %1, kernel %2, %Ln thread</numerusform>
            <numerusform>BLAS: %1, kernel %2, %Ln threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples were there with another label, which stays.</source>
        <translation>
            <numerusform>%Ln sample was there with another label, which stays.</numerusform>
            <numerusform>%Ln samples were there with another label, which stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message numerus="yes">
        <source>This text is too long: %Ln characters at most</source>
        <translation>
            <numerusform>This text is too long: %Ln character at most</numerusform>
            <numerusform>This text is too long: %Ln characters at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A lesson has %Ln steps at most.</source>
        <translation>
            <numerusform>A lesson has %Ln step at most.</numerusform>
            <numerusform>A lesson has %Ln steps at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln digit</numerusform>
            <numerusform>%Ln digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln that are none</source>
        <translation>
            <numerusform>%1 and %Ln that is none</numerusform>
            <numerusform>%1 and %Ln that are none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln own samples read right. It has learnt from them: they are too few to keep some aside.</source>
        <translation>
            <numerusform>of %Ln own sample read right. It has learnt from it: they are too few to keep some aside.</numerusform>
            <numerusform>of %Ln own samples read right. It has learnt from them: they are too few to keep some aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln own samples read right, which were kept aside</source>
        <translation>
            <numerusform>of %Ln own sample read right, which was kept aside</numerusform>
            <numerusform>of %Ln own samples read right, which were kept aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::Corrections</name>
    <message numerus="yes">
        <source>%Ln kept as %1</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln kept as %1</numerusform>
            <numerusform>%Ln kept as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::DamageView</name>
    <message numerus="yes">
        <source>Each point is how many of %Ln digits are read right, with nothing but this damage. They are a sample of “%1”, always the same one.</source>
        <translation>
            <numerusform>Each point is how many of %Ln digit are read right, with nothing but this damage. It is a sample of “%1”, always the same one.</numerusform>
            <numerusform>Each point is how many of %Ln digits are read right, with nothing but this damage. They are a sample of “%1”, always the same one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::DataView</name>
    <message numerus="yes">
        <source>%Ln pictures could not be read</source>
        <translation>
            <numerusform>%Ln picture could not be read</numerusform>
            <numerusform>%Ln pictures could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::DigitsView</name>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln digit</numerusform>
            <numerusform>%Ln digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::GuessPane</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::LabResult</name>
    <message numerus="yes">
        <source>%1 of %Ln digits</source>
        <translation>
            <numerusform>%1 of %Ln digit</numerusform>
            <numerusform>%1 of %Ln digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln digit</numerusform>
            <numerusform>%Ln digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::MapView</name>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln digit</numerusform>
            <numerusform>%Ln digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A map needs at least %Ln digits. Choose others at the top right.</source>
        <translation>
            <numerusform>A map needs at least %Ln digit. Choose others at the top right.</numerusform>
            <numerusform>A map needs at least %Ln digits. Choose others at the top right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::QuizPage</name>
    <message numerus="yes">
        <source>There are only %n digit(s).</source>
        <translation>
            <numerusform>There is only %n digit.</numerusform>
            <numerusform>There are only %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::ResultCard</name>
    <message numerus="yes">
        <source>of %Ln test digits read right</source>
        <translation>
            <numerusform>of %Ln test digit read right</numerusform>
            <numerusform>of %Ln test digits read right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::ReviewView</name>
    <message numerus="yes">
        <source>All %Ln test digits were read right</source>
        <translation>
            <numerusform>The only test digit was read right</numerusform>
            <numerusform>All %Ln test digits were read right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistakes of this kind, those first of which the network was surest</source>
        <translation>
            <numerusform>%Ln mistake of this kind</numerusform>
            <numerusform>%Ln mistakes of this kind, those first of which the network was surest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::RunPanel</name>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::RunsPage</name>
    <message numerus="yes">
        <source>%Ln runs are deleted</source>
        <translation>
            <numerusform>%Ln run is deleted</numerusform>
            <numerusform>%Ln runs are deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs imported</source>
        <translation>
            <numerusform>%Ln run imported</numerusform>
            <numerusform>%Ln runs imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln points are damaged and left out</source>
        <translation>
            <numerusform>%Ln point is damaged and left out</numerusform>
            <numerusform>%Ln points are damaged and left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln compared</source>
        <translation>
            <numerusform>%Ln compared</numerusform>
            <numerusform>%Ln compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged ones left out</source>
        <translation>
            <numerusform>%Ln damaged one left out</numerusform>
            <numerusform>%Ln damaged ones left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::SamplesPage</name>
    <message numerus="yes">
        <source>%Ln samples are labelled %1 now</source>
        <translation>
            <numerusform>%Ln sample is labelled %1 now</numerusform>
            <numerusform>%Ln samples are labelled %1 now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples deleted</source>
        <translation>
            <numerusform>%Ln sample deleted</numerusform>
            <numerusform>%Ln samples deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are by nobody named now</source>
        <translation>
            <numerusform>%Ln sample is by nobody named now</numerusform>
            <numerusform>%Ln samples are by nobody named now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are by %1 now</source>
        <translation>
            <numerusform>%Ln sample is by %1 now</numerusform>
            <numerusform>%Ln samples are by %1 now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples exported to %1</source>
        <translation>
            <numerusform>%Ln sample exported to %1</numerusform>
            <numerusform>%Ln samples exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left out: they came from pictures and have no strokes.</source>
        <translation>
            <numerusform>%Ln is left out: it came from a picture and has no strokes.</numerusform>
            <numerusform>%Ln are left out: they came from pictures and have no strokes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are damaged and left out (%1).</source>
        <translation>
            <numerusform>%Ln is damaged and left out (%1).</numerusform>
            <numerusform>%Ln are damaged and left out (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples added.</source>
        <translation>
            <numerusform>%Ln sample added.</numerusform>
            <numerusform>%Ln samples added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln was there already.</numerusform>
            <numerusform>%Ln were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other files in the folder are no pictures of digits.</source>
        <translation>
            <numerusform>%Ln other file in the folder is no picture of a digit.</numerusform>
            <numerusform>%Ln other files in the folder are no pictures of digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln could not be read and is left out.</numerusform>
            <numerusform>%Ln could not be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples selected</source>
        <translation>
            <numerusform>%Ln sample selected</numerusform>
            <numerusform>%Ln samples selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln selected</source>
        <translation>
            <numerusform>%1 · %Ln selected</numerusform>
            <numerusform>%1 · %Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were there with another label, which stays.</source>
        <translation>
            <numerusform>%Ln of them was there with another label, which stays.</numerusform>
            <numerusform>%Ln of them were there with another label, which stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::StepsPane</name>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln digit</numerusform>
            <numerusform>%Ln digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::VoteBars</name>
    <message numerus="yes">
        <source>%1: %n vote(s)</source>
        <translation>
            <numerusform>%1: %n vote</numerusform>
            <numerusform>%1: %n votes</numerusform>
        </translation>
    </message>
</context>
</TS>
