<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>Training with %Ln digits, batch size %1, learning rate %2, seed %3.</source>
        <translation>
            <numerusform>Training with %Ln digit, batch size %1, learning rate %2, seed %3.</numerusform>
            <numerusform>Training with %Ln digits, batch size %1, learning rate %2, seed %3.</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>Learnt from %Ln digits in %1.</source>
        <translation>
            <numerusform>Learnt from %Ln digit in %1.</numerusform>
            <numerusform>Learnt from %Ln digits in %1.</numerusform>
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
    <name>digitpad::TrainingPage</name>
    <message numerus="yes">
        <source>%Ln digits to learn from, %1 to test on; batch size %2, learning rate %3, seed %4, on %5</source>
        <translation>
            <numerusform>%Ln digit to learn from, %1 to test on; batch size %2, learning rate %3, seed %4, on %5</numerusform>
            <numerusform>%Ln digits to learn from, %1 to test on; batch size %2, learning rate %3, seed %4, on %5</numerusform>
        </translation>
    </message>
</context>
</TS>
