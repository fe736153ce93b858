<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ErrorText</name>
    <message>
        <source>Could not read %1: %2. Check that it is there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save %1: %2. Choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or not what it should be (%2). Get a fresh copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large (%2). Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no digit in %1: it is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That device is not there: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory (%2). Close other programs, choose a smaller batch size, or use the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training ran off: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recognition engine could not be loaded (%2). You can still draw. Install LibTorch again and restart Digitpad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the recognition engine: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PercentText</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>mean loss: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy: %1 %, test loss: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::AnswerView</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::Canvas</name>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here with a mouse, a pen or a finger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::DrawPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save drawing as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no drawing and no picture on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit.png</source>
        <comment>the name proposed for a saved drawing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ink, centred and scaled to %1 × %1 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read while you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::GlyphView</name>
    <message>
        <source>What the network saw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::LossChart</name>
    <message>
        <source>Loss chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss will be drawn here while the network learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss &lt;b&gt;%1&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy &lt;b&gt;%1&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss %1, test accuracy %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::MainWindow</name>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch models (*.pth *.pt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you close Digitpad now, what the network has learnt is lost. Stop the training instead to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Digitpad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the &amp;built-in model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About the model in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known once the engine is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Digitpad starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not say how it was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recognition engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Digitpad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Digitpad %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A drawing pad that reads handwritten digits as you draw them and trains the network behind it.&lt;/p&gt;&lt;p&gt;%2 · Qt %3&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::MessageBar</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::PageTabs</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::ProbabilityBars</name>
    <message>
        <source>How sure the network is of each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::ProgressLine</name>
    <message>
        <source>Training progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::ResultCard</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped in epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings and train again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 test digits read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss. There were no test files in the folder to measure the accuracy with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained for %1. What it had learnt until then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt from %1 digits in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::RunLog</name>
    <message>
        <source>Training log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::StatusBar</name>
    <message>
        <source>Built-in model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device that computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the last reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reading yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::TrainingForm</name>
    <message>
        <source>S&amp;ynthetic digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;MNIST&apos;s files in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;article&apos;s recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many synthetic digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits to learn from; a tenth as many more are drawn to test on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits drawn by the program itself: nothing to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with MNIST&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder with MNIST&apos;s four files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the network sees all the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits it sees before it changes a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much it changes each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same network, number for number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set epochs, batch size, learning rate and seed as the article has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder with MNIST&apos;s files first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic (the first GPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only device there is; a LibTorch with CUDA adds each GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder with MNIST&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four files, as they are published or unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to learn from, %2 to test on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to learn from, none to test on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>digitpad::TrainingPage</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller learning rate and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another device and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use on the Draw page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;model as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;chart as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;points as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 digits to learn from, %2 to test on; batch size %3, learning rate %4, seed %5, on %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2 · %3 digits/s · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own network, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recognition engine is still being loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recognition engine could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.pth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
