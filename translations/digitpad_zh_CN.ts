<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChartSheet</name>
    <message>
        <source>Training runs</source>
        <translation>训练记录</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no option %1.</source>
        <translation>没有 %1 这个选项。</translation>
    </message>
    <message>
        <source>“-” names no file: standard input and output cannot be used here. A file of that name is written ./-</source>
        <translation>“-”不是文件：这里不能用标准输入输出。文件名若真是“-”，请写成 ./-</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>这里不该有“%1”。</translation>
    </message>
    <message>
        <source>The name of a file is empty.</source>
        <translation>文件名为空。</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 后面不带值。</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation>%1 后面要有值：%1 %2</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 写了两次。</translation>
    </message>
    <message>
        <source>%1 needs a whole number from %2 to %3, not “%4”.</source>
        <translation>%1 应为 %2 到 %3 的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>%1 needs a number above 0, at most %2, not “%3”.</source>
        <translation>%1 应大于 0 且不超过 %2，而不是“%3”。</translation>
    </message>
    <message>
        <source>--device needs auto, cpu or cuda:0, cuda:1, ..., not “%1”.</source>
        <translation>--device 应为 auto、cpu 或 cuda:0、cuda:1……，而不是“%1”。</translation>
    </message>
    <message>
        <source>Where to compute: cpu, cuda:0, cuda:1, ... or auto: the first GPU, else the CPU.
“digitpad devices” lists those there are. Default: auto</source>
        <translation>用哪个设备计算：cpu、cuda:0、cuda:1……；auto 优先用第一块
GPU，没有则用 CPU。“digitpad devices”列出可用的设备。
默认：auto</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Digitpad reads handwritten digits. Without a command it opens its window.</source>
        <translation>Digitpad 识别手写数字。不带命令运行时打开窗口。</translation>
    </message>
    <message>
        <source>Shows this help, after a command that command&apos;s.</source>
        <translation>显示本帮助；写在命令之后则显示该命令的帮助。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Exit status: 0 when all went well, 1 when something could not be read, computed or
written, 2 for wrong usage.</source>
        <translation>退出码：0 表示一切正常，1 表示有内容无法读取、计算或写入，2 表示用法有误。</translation>
    </message>
    <message>
        <source>“digitpad %1 --help” tells how it is used.</source>
        <translation>用法见“digitpad %1 --help”。</translation>
    </message>
    <message>
        <source>Not all of the output could be written: %1</source>
        <translation>输出没有写完：%1</translation>
    </message>
    <message>
        <source>Lists what can compute here: the CPU and each GPU.</source>
        <translation>列出本机可用的计算设备：CPU 和各块 GPU。</translation>
    </message>
    <message>
        <source>%1 is left out: it is no folder named 0 to 9.</source>
        <translation>已跳过 %1：它不是名为 0 到 9 的文件夹。</translation>
    </message>
    <message>
        <source>Name one of --data, --ink and --pictures.</source>
        <translation>请指定 --data、--ink、--pictures 中的一个。</translation>
    </message>
    <message>
        <source>--prepare is for pictures: it goes with --pictures only.</source>
        <translation>--prepare 用于图片，只能与 --pictures 一起使用。</translation>
    </message>
    <message>
        <source>There is nothing to evaluate with.</source>
        <translation>没有可用来评估的数据。</translation>
    </message>
    <message>
        <source>A folder with the test files of MNIST, or others in its format.</source>
        <translation>文件夹，内有 MNIST 的测试文件或同格式的文件。</translation>
    </message>
    <message>
        <source>Labelled drawings, one a line: {&quot;label&quot;: 7, &quot;strokes&quot;: [[[x, y], ...], ...]}</source>
        <translation>带标签的笔迹，每行一个：
{&quot;label&quot;: 7, &quot;strokes&quot;: [[[x, y], ...], ...]}</translation>
    </message>
    <message>
        <source>A folder with a subfolder of pictures for each digit, named 0 to 9.</source>
        <translation>文件夹，图片按数字放在名为 0 到 9 的子文件夹里。</translation>
    </message>
    <message>
        <source>Prints one JSON object: count, correct, accuracy (0 to 1), confusion: ten
rows of ten.</source>
        <translation>输出一个 JSON 对象：count、correct、accuracy（0 到 1）、
confusion（十行十列）。</translation>
    </message>
    <message>
        <source>Measures how well a network reads labelled digits.</source>
        <translation>用带标签的数字评估模型的准确率。</translation>
    </message>
    <message>
        <source>Prints the count, the accuracy, the accuracy by digit and the confusion matrix: a row for each
label, a column for each digit that was read. A drawing that is damaged or has no label ends
it. A picture that cannot be read is named on standard error and left out, and the exit status
is 1.</source>
        <translation>输出总数、准确率、每个数字的准确率和混淆矩阵：行是标签，列是识别结果。遇到损坏或
没有标签的笔迹就中止。无法读取的图片会在标准错误中列出并跳过，退出码为 1。</translation>
    </message>
    <message>
        <source>--prepare is for pictures: it cannot be used with --ink.</source>
        <translation>--prepare 用于图片，不能与 --ink 一起使用。</translation>
    </message>
    <message>
        <source>Name either pictures to read or, with --ink, drawings.</source>
        <translation>请指定要识别的图片，或用 --ink 指定笔迹，二者选一。</translation>
    </message>
    <message>
        <source>Reads drawings, one a line: {&quot;strokes&quot;: [[[x, y], ...], ...]}, y growing down.</source>
        <translation>识别笔迹，每行一个：{&quot;strokes&quot;: [[[x, y], ...], ...]}，
y 轴向下。</translation>
    </message>
    <message>
        <source>--prepare needs auto or reference, not “%1”.</source>
        <translation>--prepare 应为 auto 或 reference，而不是“%1”。</translation>
    </message>
    <message>
        <source>How a picture becomes the 28x28 pixels that the network reads. auto finds the ink,
crops, scales and centres it; reference only turns it grey and scales it.
Default: auto</source>
        <translation>怎样把图片变成网络读取的 28x28 像素。auto 找出笔迹，
裁剪、缩放并居中；reference 只转成灰度并缩放。
默认：auto</translation>
    </message>
    <message>
        <source>%1 %, epoch %2 of %3, %4 digits a second, %5 s left</source>
        <translation>%1%，第 %2/%3 轮，每秒 %4 个数字，还剩 %5 秒</translation>
    </message>
    <message>
        <source>Stopped. What was learnt so far is saved as %1</source>
        <translation>已停止。到目前为止的训练成果已保存为 %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>CPU threads, 1 to 1024. Default: as many as there are cores</source>
        <translation>CPU 线程数，1 到 1024。默认：与核心数相同</translation>
    </message>
    <message>
        <source>Trains a network and saves it.</source>
        <translation>训练一个模型并保存。</translation>
    </message>
    <message>
        <source>The model, a .pth file. Without it: the one that Digitpad carries.</source>
        <translation>模型，.pth 文件。不指定时使用 Digitpad 自带的模型。</translation>
    </message>
    <message>
        <source>its name is not UTF-8</source>
        <translation>文件名不是 UTF-8 编码</translation>
    </message>
    <message numerus="yes">
        <source>It is tested on %Ln synthetic digits of another seed, %1.</source>
        <translation>
            <numerusform>用另一个随机种子 %1 生成的 %Ln 个合成数字测试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is tested on %Ln other digits.</source>
        <translation>
            <numerusform>用另外 %Ln 个数字测试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the file to save the model in: --output FILE</source>
        <translation>请指定保存模型的文件：--output FILE</translation>
    </message>
    <message>
        <source>Stopped before the first batch. Nothing is saved.</source>
        <translation>在第一批之前就已停止，没有保存任何内容。</translation>
    </message>
    <message>
        <source>Where to save the model, a .pth file. Needed.</source>
        <translation>模型保存到哪里，.pth 文件。必须指定。</translation>
    </message>
    <message>
        <source>Prints the mean loss every 100 batches, or of an epoch that has fewer, and at the end the
accuracy on the test set where there is one. Ctrl-C (SIGINT, SIGTERM, SIGHUP) stops it after
the batch at work, saves what was learnt so far and ends with 128 + the signal&apos;s number,
130 for Ctrl-C; a second one ends it at once. The same data, options, device and thread
count give the same network.</source>
        <translation>每 100 批输出一次平均损失，一轮不足 100 批时每轮输出一次；有测试集时，最后输出测试准确率。
Ctrl-C（SIGINT、SIGTERM、SIGHUP）会在当前批结束后停止，保存已学到的内容，以 128 + 信号编号
退出（Ctrl-C 为 130）；再按一次立即结束。数据、选项、设备和线程数相同，得到的网络也相同。</translation>
    </message>
    <message>
        <source>There is no network “%1”: choose simple-nn or convnet.</source>
        <translation>没有名为“%1”的网络：请选择 simple-nn 或 convnet。</translation>
    </message>
    <message>
        <source>There is no test set among them: there will be no test accuracy.</source>
        <translation>其中没有测试集，因此不会给出测试准确率。</translation>
    </message>
    <message>
        <source>simple-nn (784-128-10, the reference recipe) or convnet, which reads much more of
what people really write and is trained with varied glyphs. Default: simple-nn</source>
        <translation>simple-nn（784-128-10，参考方案）或 convnet；后者用变化多样的图像训练，
能认出更多真实的笔迹。默认：simple-nn</translation>
    </message>
    <message>
        <source>Passes over the data, 1 to 10000. Default: 5, convnet 20</source>
        <translation>遍历数据的轮数，1 到 10000。默认：5，convnet 为 20</translation>
    </message>
    <message>
        <source>Digits a step, 1 to 65536. Default: 64, convnet 128</source>
        <translation>每步的数字个数，1 到 65536。默认：64，convnet 为 128</translation>
    </message>
    <message>
        <source>Adam&apos;s step size, above 0, at most 10. Default: 0.001, convnet 0.003</source>
        <translation>Adam 的步长，大于 0，最大 10。默认：0.001，convnet 为 0.003</translation>
    </message>
    <message>
        <source>--no-digits is for --network convnet.</source>
        <translation>--no-digits 只能与 --network convnet 一起使用。</translation>
    </message>
    <message>
        <source>A folder with MNIST&apos;s IDX files, plain or gzipped; or others in that format.
Its test files are what the network is tested on. Sources can be mixed.</source>
        <translation>存放 MNIST 的 IDX 文件（可为 gzip 压缩）的文件夹，或同格式的其他数据。
网络用其中的测试文件测试。几种来源可以混用。</translation>
    </message>
    <message>
        <source>This many drawn digits, made from the seed; 1 to 1000000. Without --data the test
set is 2000 more, made from the next seed.</source>
        <translation>用种子生成这么多个手绘数字，1 到 1000000。没有 --data 时，
测试集是用下一个种子另外生成的 2000 个。</translation>
    </message>
    <message>
        <source>This many drawn letters, scribbles and smudges for convnet to learn what is no
digit, made from the seed; 1 to 1000000. Default: a quarter as many as digits</source>
        <translation>用种子生成这么多个字母、涂鸦和污渍，让 convnet 学会什么不是数字；
1 到 1000000。默认：数字个数的四分之一</translation>
    </message>
    <message>
        <source>There is nothing to train with.</source>
        <translation>没有可用来训练的数据。</translation>
    </message>
    <message>
        <source>Reads the numbers in pictures or drawings.</source>
        <translation>识别图片或笔迹中的数。</translation>
    </message>
    <message>
        <source>--photographed is for drawings that --ink names.</source>
        <translation>--photographed 只用于 --ink 指定的笔迹。</translation>
    </message>
    <message>
        <source>This many pictures besides of the drawings in --ink, as a phone or a scanner would
take them, made from the seed and read as pictures are; 1 to 1000000. Ten thousand
take about an hour.</source>
        <translation>另用种子把 --ink 的笔迹做成这么多张仿手机拍摄或扫描的图片，
并像读图片一样读取，1 到 1000000。一万张约需一小时。</translation>
    </message>
    <message>
        <source>%1 needs a number from %2 to %3, not “%4”.</source>
        <translation>%1 需要 %2 到 %3 之间的数，而不是“%4”。</translation>
    </message>
    <message>
        <source>%1 is on or off, not “%2”.</source>
        <translation>%1 只能是 on 或 off，而不是“%2”。</translation>
    </message>
    <message>
        <source>--augmentation is on, off, or names like rotation,shift=0.5 with a strength from 0 to 2, not “%1”.</source>
        <translation>--augmentation 可以是 on、off，或 rotation,shift=0.5 这样的名称（强度 0 到 2），而不是“%1”。</translation>
    </message>
    <message>
        <source>How glyphs are varied, anew each time they are used: on, off, or some ways alone,
each with its strength, 0 to 2, where it is given: rotation,shift=0.5,noise.
All are: rotation, shear, scale, shift, elastic, pen-width, gaps, blobs, lines,
noise, specks, blur, ground, fog, outline, stripe. Default: off, convnet on</source>
        <translation>图像每次使用时如何重新变化：on、off，或只用其中几种，可各加强度（0 到 2）：
rotation,shift=0.5,noise。全部有：rotation、shear、scale、shift、elastic、
pen-width、gaps、blobs、lines、noise、specks、blur、ground、fog、outline、
stripe。默认：off，convnet 为 on</translation>
    </message>
    <message>
        <source>Whether the learning rate rises at first and then falls to nothing along a cosine.
Default: off, convnet on</source>
        <translation>学习率是否先上升，再沿余弦降到零。默认：off，convnet 为 on</translation>
    </message>
    <message>
        <source>AdamW&apos;s decoupled weight decay, 0 to 10. Default: 0, convnet 0.02</source>
        <translation>AdamW 的解耦权重衰减，0 到 10。默认：0，convnet 为 0.02</translation>
    </message>
    <message>
        <source>Part of the target that is spread over all digits, 0 to 0.9.
Default: 0, convnet 0.03</source>
        <translation>把目标的一部分平均分给所有数字，0 到 0.9。默认：0，convnet 为 0.03</translation>
    </message>
    <message>
        <source>Decay of the running mean of the weights, which is what is saved, 0 to 0.999999;
0 saves those of the last step. Default: 0, convnet 0.999</source>
        <translation>所保存的权重滑动平均的衰减率，0 到 0.999999；0 表示保存最后一步的权重。
默认：0，convnet 为 0.999</translation>
    </message>
    <message>
        <source>Of the first weights, the shuffling, augmentation and synthetic digits. Default: 42</source>
        <translation>用于初始权重、打乱顺序、数据增强和合成数字。默认：42</translation>
    </message>
    <message>
        <source>Prints one JSON object a line: file; digit, a number, for several digits a
string, for what is no digit an empty one; confidence; probabilities of 0 to 9,
of the first digit; accepted, whether all are digits; score, how sure that is, 0
to 1; text, lines parted by a line break and ? for what is no digit; digits, each
with box (left, top, right, bottom), digit, confidence, accepted and score.</source>
        <translation>每行输出一个 JSON 对象：file；digit，单个数字时是数值，多个数字时是字符串，
不是数字时为空字符串；confidence；probabilities，第一个数字属于 0 到 9 的概率；
accepted，是否全是数字；score，对此有多大把握（0 到 1）；text，各行以换行符分隔，
不是数字的写作 ?；digits，每个数字的 box（左、上、右、下）、digit、confidence、
accepted 和 score。</translation>
    </message>
    <message>
        <source>Training with %1, batch size %2, learning rate %3, seed %4.</source>
        <translation>用 %1训练，批量大小 %2，学习率 %3，随机种子 %4。</translation>
    </message>
    <message>
        <source>--mirror needs an address such as https://example.org/mnist/, not “%1”.</source>
        <translation>--mirror 需要形如 https://example.org/mnist/ 的地址，而不是“%1”。</translation>
    </message>
    <message>
        <source>The folder&apos;s name is not UTF-8.</source>
        <translation>文件夹的名称不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>MNIST is in the folder that follows: digitpad train --data takes it.</source>
        <translation>MNIST 在下面的文件夹中，可用于 digitpad train --data。</translation>
    </message>
    <message>
        <source>digitpad train can do without: --synthetic 20000 draws its digits, and --data takes a folder that has MNIST&apos;s files.</source>
        <translation>不下载也能用 digitpad train 训练：--synthetic 20000 使用合成数字，--data 使用已有 MNIST 文件的文件夹。</translation>
    </message>
    <message>
        <source>%1 %, %2</source>
        <translation>%1%，%2</translation>
    </message>
    <message>
        <source>Going on with another mirror.</source>
        <translation>改用另一个镜像继续。</translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept: the same command goes on from there.</source>
        <translation>已停止。已下载的部分会保留，再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>The folder to store the files in; made where it is not there. Default: in the
user&apos;s data folder, where the window&apos;s Training page looks for them.</source>
        <translation>存放文件的文件夹，不存在时会新建。默认在用户的数据文件夹中，
“训练”页面也从那里读取。</translation>
    </message>
    <message>
        <source>Takes the files from this folder of a server and no other: a school&apos;s own, say.
Their content is checked all the same.</source>
        <translation>只从服务器的这个目录下载，例如学校自己的服务器。
下载的内容同样会校验。</translation>
    </message>
    <message>
        <source>Downloads the MNIST digits, 12 MB, to train with.</source>
        <translation>下载用于训练的 MNIST 数字（12 MB）。</translation>
    </message>
    <message>
        <source>Fetches what is not there yet, checks it, and prints the folder. A transfer that broke off
is gone on with, from another mirror where one fails. The files are unpacked, 55 MB. Ctrl-C
(SIGINT, SIGTERM, SIGHUP) stops it, keeps what has arrived, and ends with 128 + the signal&apos;s
number.</source>
        <translation>下载尚缺的文件，校验后输出所在文件夹。传输中断后可以续传，一个镜像失败时改用另一个。
文件会解压，共 55 MB。按 Ctrl-C（SIGINT、SIGTERM、SIGHUP）会停止并保留已下载的部分，
退出状态为 128 加信号编号。</translation>
    </message>
    <message>
        <source>The training goes on, but without checkpoints: %1</source>
        <translation>训练继续进行，但无法保存检查点：%1</translation>
    </message>
    <message>
        <source>Going on after %1 of %2 epochs and %3 of %4 batches.</source>
        <translation>继续训练：已完成 %1 轮（共 %2 轮），本轮已完成 %3 批（共 %4 批）。</translation>
    </message>
    <message>
        <source>What it had learnt before that is saved as %1</source>
        <translation>在此之前的训练成果已保存为 %1</translation>
    </message>
    <message>
        <source>To go on with it: --resume %1</source>
        <translation>要继续这次训练：--resume %1</translation>
    </message>
    <message>
        <source>There is no preset “%1”: choose article, simple-nn or convnet.</source>
        <translation>没有名为“%1”的预设：请选择 article、simple-nn 或 convnet。</translation>
    </message>
    <message>
        <source>The preset “%1” is for --network %2.</source>
        <translation>预设“%1”用于 --network %2。</translation>
    </message>
    <message>
        <source>--preset begins a run, --resume goes on with one: they cannot be given together.</source>
        <translation>--preset 用于开始训练，--resume 用于继续训练，二者不能同时使用。</translation>
    </message>
    <message>
        <source>%1 contradicts the checkpoint: its run was started with another value. Leave it out, or begin a new run without --resume.</source>
        <translation>%1 与检查点不符：那次训练开始时用的是另一个值。请去掉该选项，或不用 --resume 重新开始训练。</translation>
    </message>
    <message>
        <source>it holds a run that is not done, after %1 of %2 epochs; go on with it by --resume, or remove it</source>
        <translation>其中有一次尚未完成的训练，已完成 %1 轮（共 %2 轮）；请用 --resume 继续，或将其删除</translation>
    </message>
    <message>
        <source>Seconds between two checkpoints, to 86400. Default: 30</source>
        <translation>两次检查点之间的秒数，最大 86400。默认：30</translation>
    </message>
    <message>
        <source>A recipe: article (simple-nn, 5 epochs, Adam at 0.001, batches of 64, seed 42), or
that of a network that Digitpad carries: simple-nn, or convnet, which learns from
12000 drawn digits and 24000 of no digit beside what is named. Other options
change it.</source>
        <translation>训练方案：article（simple-nn，5 轮，Adam 学习率 0.001，每批 64 个，种子 42），
或 Digitpad 自带网络的方案：simple-nn，或 convnet（除指定的数据外，还学习
12000 个绘制的数字和 24000 个非数字）。其他选项可以更改它。</translation>
    </message>
    <message>
        <source>Where to keep the run while it goes on, as DIR/training.checkpoint: after every
epoch, every 30 seconds, and when it is stopped.</source>
        <translation>训练过程中保存检查点的位置，即 DIR/training.checkpoint：
每轮结束后、每隔 30 秒以及停止时保存。</translation>
    </message>
    <message>
        <source>A checkpoint, or its folder, to go on from: on the CPU to the same network bit for
bit. Data and recipe are the checkpoint&apos;s, which is kept up to date. --data, --ink,
--pictures and --synthetic say where the same data is now, --epochs and
--learning-rate what holds from there on, --device and --threads where it goes on.</source>
        <translation>要继续的检查点或其所在的文件夹；在 CPU 上最终得到的网络逐位相同。
数据和方案取自检查点，检查点会持续更新。--data、--ink、--pictures 和
--synthetic 指明同样的数据现在的位置；--epochs 和 --learning-rate 从此处起生效，
--device 和 --threads 指定在哪里继续。</translation>
    </message>
    <message>
        <source>To go on from its last checkpoint: --resume %1 --learning-rate X</source>
        <translation>要从最近的检查点继续：--resume %1 --learning-rate X</translation>
    </message>
    <message>
        <source>Left out, since it is damaged: %1</source>
        <translation>已损坏，略过：%1</translation>
    </message>
    <message>
        <source>There is no run “%1”. “digitpad runs list” lists them.</source>
        <translation>没有名为“%1”的训练记录。用“digitpad runs list”可列出全部记录。</translation>
    </message>
    <message>
        <source>Several runs are called “%1”. Name one by its ID:</source>
        <translation>有多条训练记录与“%1”相符。请用 ID 指定其中一条：</translation>
    </message>
    <message>
        <source>it has kept no model</source>
        <translation>它没有保存模型</translation>
    </message>
    <message>
        <source>--csv and --model are for runs export.</source>
        <translation>--csv 和 --model 只用于 runs export。</translation>
    </message>
    <message>
        <source>--json is for runs list and runs show.</source>
        <translation>--json 只用于 runs list 和 runs show。</translation>
    </message>
    <message>
        <source>runs list takes no names.</source>
        <translation>runs list 不需要名称。</translation>
    </message>
    <message>
        <source>Name the run to show.</source>
        <translation>请指定要显示的训练记录。</translation>
    </message>
    <message>
        <source>Name the run and the file to save it in, or --csv or --model.</source>
        <translation>请指定训练记录和保存到的文件，或用 --csv、--model。</translation>
    </message>
    <message>
        <source>Name the files to import.</source>
        <translation>请指定要导入的文件。</translation>
    </message>
    <message>
        <source>list: one JSON object a line. show: one JSON object, with the points.</source>
        <translation>list：每行一个 JSON 对象。show：一个 JSON 对象，含各数据点。</translation>
    </message>
    <message>
        <source>export: saves the points as a table.</source>
        <translation>export：把各数据点保存为表格。</translation>
    </message>
    <message>
        <source>export: saves the network, a .pth file.</source>
        <translation>export：保存网络，即 .pth 文件。</translation>
    </message>
    <message>
        <source>Lists, shows, exports and imports training runs.</source>
        <translation>列出、显示、导出和导入训练记录。</translation>
    </message>
    <message>
        <source>RUN is a run&apos;s ID, the beginning of it, or the run&apos;s name. list prints the ID, when it began
(UTC), its status, network, epochs done, test accuracy and name, separated by tabs. export saves
a run whole, with its points and its network, in one file to hand on; import adds such files and
prints the ID of each.</source>
        <translation>RUN 是训练记录的 ID、ID 的开头几位或名称。list 逐行输出 ID、开始时间（UTC）、状态、网络、
已完成的轮数、测试准确率和名称，以制表符分隔。export 把整条记录连同数据点和网络保存为一个
文件，便于交给他人；import 导入这样的文件，并输出各条记录的 ID。</translation>
    </message>
    <message>
        <source>Name one of --idx, --pictures and --ink.</source>
        <translation>请在 --idx、--pictures 和 --ink 中指定一项。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are left out: they came from pictures and have no strokes.</source>
        <translation>
            <numerusform>略过 %Ln 个样本：它们来自图片，没有笔画。</numerusform>
        </translation>
    </message>
    <message>
        <source>--label is for samples export.</source>
        <translation>--label 只用于 samples export。</translation>
    </message>
    <message>
        <source>A folder with files in MNIST&apos;s format.</source>
        <translation>存放 MNIST 格式文件的文件夹。</translation>
    </message>
    <message>
        <source>A folder with a subfolder of pictures for each digit, named 0 to 9, as
torchvision&apos;s ImageFolder reads it.</source>
        <translation>图片文件夹，每个数字一个子文件夹，名为 0 到 9，
torchvision 的 ImageFolder 可以直接读取。</translation>
    </message>
    <message>
        <source>export: only this writer&apos;s. import: who wrote those that name nobody.</source>
        <translation>export：只导出此书写者的样本。import：未注明书写者的样本归此人。</translation>
    </message>
    <message>
        <source>export: only this digit, 0 to 9.</source>
        <translation>export：只导出此数字，0 到 9。</translation>
    </message>
    <message>
        <source>Exports and imports the samples of people&apos;s own handwriting.</source>
        <translation>导出和导入自己的手写样本。</translation>
    </message>
    <message>
        <source>export writes into a new or an empty folder, or a file, and prints the count. import adds each
sample once and prints how many are new and how many were there. What cannot be read is named on
standard error and left out, and the exit status is 1.</source>
        <translation>export 写入新的或空的文件夹，或一个文件，并输出样本数。import 对相同的样本只添加一次，
输出新增和已有的数目。无法读取的内容会在标准错误中指明并略过，退出状态为 1。</translation>
    </message>
    <message>
        <source>The database was damaged. It is kept as %1, and a new one begun.</source>
        <translation>数据库已损坏，原文件保留为 %1，并新建了一个数据库。</translation>
    </message>
    <message>
        <source>Name what to do: %1.</source>
        <translation>请指定要做什么：%1。</translation>
    </message>
    <message>
        <source>“%1” is not one of these: %2.</source>
        <translation>“%1”不在以下各项之中：%2。</translation>
    </message>
    <message>
        <source>The name %1 is not UTF-8.</source>
        <translation>名称 %1 不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Another database than that in the user&apos;s data folder.</source>
        <translation>使用另一个数据库，而不是用户数据文件夹中的那个。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>CPU features: %1</source>
        <translation>CPU 指令集：%1</translation>
    </message>
    <message numerus="yes">
        <source>BLAS: %1, kernel %2, %Ln thread(s)</source>
        <translation>
            <numerusform>BLAS：%1，内核 %2，%Ln 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>Prints one JSON object: engine, devices (id and name), and cpu (features, blas,
kernel, threads).</source>
        <translation>输出一个 JSON 对象：engine、devices（id 和 name）以及 cpu（features、blas、
kernel、threads）。</translation>
    </message>
    <message>
        <source>Prints ID&lt;TAB&gt;NAME a line; the ID is what --device takes. Which LibTorch and CUDA compute, the
CPU&apos;s vector instructions, and the BLAS library with its kernel and threads go to standard error.</source>
        <translation>每行输出“ID&lt;制表符&gt;名称”；ID 就是 --device 的取值。LibTorch 和 CUDA 的版本、CPU 的向量指令集，
以及 BLAS 库及其内核和线程数写到标准错误。</translation>
    </message>
    <message>
        <source>--writer is for --samples.</source>
        <translation>--writer 要与 --samples 一起用。</translation>
    </message>
    <message>
        <source>Name what to train with: --data, --ink, --pictures, --samples or --synthetic, or several.</source>
        <translation>请说明用什么训练：--data、--ink、--pictures、--samples 或 --synthetic，可同时用几个。</translation>
    </message>
    <message>
        <source>Of the samples only this writer&apos;s.</source>
        <translation>只用这位书写者的样本。</translation>
    </message>
    <message>
        <source>--from names a %1: leave --network out.</source>
        <translation>--from 指定的是 %1：请去掉 --network。</translation>
    </message>
    <message>
        <source>--from and %1 cannot be given together.</source>
        <translation>--from 与 %1 不能一起用。</translation>
    </message>
    <message>
        <source>Train this model on instead of a new network, in few epochs. With --samples alone it
goes over what it learnt before, too: MNIST where its download is there, else
synthetic digits. Prints how it did before and does after.</source>
        <translation>不训练新网络，而是接着训练这个模型，只用几轮。只给 --samples 时，也会复习
它以前学过的：下载过 MNIST 就用 MNIST，否则用合成数字。
最后给出训练前后的准确率。</translation>
    </message>
    <message>
        <source>--store is for --keep and --samples.</source>
        <translation>--store 与 --keep 或 --samples 一起用。</translation>
    </message>
    <message>
        <source>The training goes on, but the run is not kept: %1</source>
        <translation>训练继续进行，但这次训练没有保存到记录中：%1</translation>
    </message>
    <message>
        <source>Keeps the run under this name among the runs that the window shows and “digitpad
runs” lists, with its points and its network.</source>
        <translation>以此名称把这次训练连同数据点和网络存入训练记录，窗口和“digitpad runs”
都能看到。</translation>
    </message>
    <message>
        <source>The samples of own handwriting that Digitpad keeps. Where there are 25 or more,
about every fifth is kept aside, never learnt from, and tested by itself.</source>
        <translation>Digitpad 保存的自己手写的样本。满 25 个时，
约五分之一留作测试，不参加学习，单独给出结果。</translation>
    </message>
    <message>
        <source>They do not keep what it knew of MNIST as well: download that (digitpad download), or name it with --data.</source>
        <translation>合成数字不能同样好地保住它从 MNIST 学到的内容：请下载 MNIST（digitpad download），或用 --data 指定。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples were there with another label, which stays.</source>
        <translation>
            <numerusform>%Ln 个已有样本的标签不同，保留原标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Prints FILE&lt;TAB&gt;NUMBER&lt;TAB&gt;CONFIDENCE a line, in the order of the files; confidence is 0 to 1.
A number of several lines has spaces between them; where something is no digit it is empty.
For drawings FILE:LINE stands in place of the file. A tab, newline, carriage return or
backslash in a name is printed \t, \n, \r or \\, the bytes of what would command a terminal
\xNN. In JSON, bytes of a name that are not UTF-8 become U+FFFD. What cannot be read is
named on standard error; the rest is still read, and the exit status is 1.</source>
        <translation>按文件顺序每行输出 FILE&lt;TAB&gt;NUMBER&lt;TAB&gt;CONFIDENCE，CONFIDENCE 是置信度，取值 0 到 1。
分成几行的数以空格隔开；其中有不是数字的，NUMBER 为空。
识别笔迹时，FILE 处为 FILE:LINE（文件:行号）。文件名中的制表符、换行符、回车符和
反斜杠写作 \t、\n、\r 和 \\，会控制终端的字符逐字节写作 \xNN。JSON 中，文件名里
不属于 UTF-8 的字节写作 U+FFFD。无法读取的内容会在标准错误中列出，其余照常识别，退出码为 1。</translation>
    </message>
</context>
<context>
    <name>CurvesPlot</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>DamageState</name>
    <message>
        <source>There is no damage “%1”.</source>
        <translation>没有名为“%1”的损坏。</translation>
    </message>
    <message>
        <source>“%1” must be a number from %2 to %3.</source>
        <translation>“%1”必须是 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>“strengths” must name each damage and how much of it there is.</source>
        <translation>“strengths”必须写明每种损坏和它的程度。</translation>
    </message>
    <message>
        <source>“models” may list “in-use”, “convnet” and “simple-nn”.</source>
        <translation>“models”只能列出“in-use”、“convnet”和“simple-nn”。</translation>
    </message>
</context>
<context>
    <name>DamageWords</name>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>Broken strokes</source>
        <translation>断笔</translation>
    </message>
    <message>
        <source>Stains</source>
        <translation>污点</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>DeviceTitle</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>DigitContent</name>
    <message>
        <source>Test digit %1, a %2</source>
        <translation>第 %1 个测试数字，是 %2</translation>
    </message>
    <message>
        <source>Training digit %1, a %2</source>
        <translation>第 %1 个训练数字，是 %2</translation>
    </message>
    <message>
        <source>Own sample %1, a %2</source>
        <translation>第 %1 个自己的样本，是 %2</translation>
    </message>
    <message>
        <source>Made-up digit %1, a %2</source>
        <translation>第 %1 个合成数字，是 %2</translation>
    </message>
</context>
<context>
    <name>DownloadError</name>
    <message>
        <source>%1 could not be reached (%2). Check the network connection and try again.</source>
        <translation>无法连接 %1（%2）。请检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the network connection and try again.</source>
        <translation>%1 没有响应。请检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>There is no secure connection to %1 (%2). Networks that want you to log in do this, and so does a clock that is wrong.</source>
        <translation>无法与 %1 建立安全连接（%2）。需要登录的网络或系统时间不准都会造成这种情况。</translation>
    </message>
    <message>
        <source>%1 does not give the file out (%2). Try again later.</source>
        <translation>%1 没有提供该文件（%2）。请稍后重试。</translation>
    </message>
    <message>
        <source>A web page came from %1 instead of the file. Your network may want you to log in: do so in the browser, then try again.</source>
        <translation>%1 返回的是网页而不是文件。您的网络可能需要登录：请先在浏览器中登录，然后重试。</translation>
    </message>
    <message>
        <source>The transfer from %1 broke off (%2). What has arrived is kept: try again to go on from there.</source>
        <translation>来自 %1 的传输中断了（%2）。已下载的部分会保留，重试即可继续。</translation>
    </message>
    <message>
        <source>What %1 sent is not what was published (%2), so it was thrown away. Try again later.</source>
        <translation>%1 发来的内容与公布的不符（%2），已丢弃。请稍后重试。</translation>
    </message>
    <message>
        <source>Could not save %1: %2. Make room there or choose another folder.</source>
        <translation>无法保存 %1：%2。请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Another Digitpad is downloading into %1. Wait until it is done.</source>
        <translation>另一个 Digitpad 正在下载到 %1。请等它完成。</translation>
    </message>
</context>
<context>
    <name>DownloadProgress</name>
    <message>
        <source>Checking…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2/s · %3 left</source>
        <comment>received of all, speed, duration</comment>
        <translation>%1 · %2/秒 · 剩余 %3</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 is too large (%2). Choose a smaller one.</source>
        <translation>%1 太大。请换一个小一些的。（技术细节：%2）</translation>
    </message>
    <message>
        <source>%1 cannot be used here: %2.</source>
        <translation>%1 在这里不能用。（技术细节：%2）</translation>
    </message>
    <message>
        <source>%1 belongs to a run on other data: %2. Train on with the data it began with, or start anew.</source>
        <translation>%1 属于用其他数据进行的训练，不能用这些数据继续。请使用开始训练时的数据，或重新开始训练。（技术细节：%2）</translation>
    </message>
    <message>
        <source>There is no digit in %1: it is blank.</source>
        <translation>%1 是空白的，里面没有数字。</translation>
    </message>
    <message>
        <source>This setting cannot be used: %2.</source>
        <translation>这项设置不能用。（技术细节：%2）</translation>
    </message>
    <message>
        <source>There was not enough memory (%2). Close other programs, choose a smaller batch size, or use the CPU.</source>
        <translation>内存不足。请关闭其他程序、减小批量大小，或改用 CPU。（技术细节：%2）</translation>
    </message>
    <message>
        <source>The recognition engine could not be loaded (%2). You can still draw. Install LibTorch again and restart Digitpad.</source>
        <translation>无法加载识别引擎。你仍然可以写字，但不能识别。请重新安装 LibTorch，再启动 Digitpad。（技术细节：%2）</translation>
    </message>
    <message>
        <source>Something went wrong inside the recognition engine: %2</source>
        <translation>识别引擎内部出错。（技术细节：%2）</translation>
    </message>
    <message>
        <source>this file</source>
        <translation>此文件</translation>
    </message>
    <message>
        <source>Could not read %1: %2. Check that you may open it.</source>
        <translation>无法读取 %1：%2。请检查是否有权限打开它。</translation>
    </message>
    <message>
        <source>Could not save %1: %2. Choose another place or another name.</source>
        <translation>无法保存 %1：%2。请换一个位置或文件名。</translation>
    </message>
    <message>
        <source>%1 is not there. Check its name and the folder it should be in.</source>
        <translation>%1 不存在。请检查名称和所在的文件夹。</translation>
    </message>
    <message>
        <source>%1 is a folder, a pipe or a device. Choose a file.</source>
        <translation>%1 是文件夹、管道或设备。请选择一个文件。</translation>
    </message>
    <message>
        <source>%1 is empty: it holds 0 bytes. Choose another file.</source>
        <translation>%1 是空文件（0 字节）。请选择另一个文件。</translation>
    </message>
    <message>
        <source>%1 is damaged or of another kind (%2). Get a fresh copy of it or choose another file.</source>
        <translation>%1 已损坏或不是所需的文件。请重新获取，或选择另一个文件。（技术细节：%2）</translation>
    </message>
    <message>
        <source>%1 is not a drawing: %2. Correct this line.</source>
        <translation>%1 不是一幅手绘。请改正这一行。（技术细节：%2）</translation>
    </message>
    <message>
        <source>%1 is not a picture that can be read here. Save it as PNG or JPEG and open that.</source>
        <translation>无法读取图片 %1。请另存为 PNG 或 JPEG 再打开。</translation>
    </message>
    <message>
        <source>%1 holds more than a network&apos;s weights (%2), and only those are read. Save them in Python with torch.save(model.state_dict(), &quot;model.pth&quot;).</source>
        <translation>%1 中不只有网络的权重（%2），而这里只读取权重。请在 Python 中用 torch.save(model.state_dict(), &quot;model.pth&quot;) 保存。</translation>
    </message>
    <message>
        <source>%1 was saved from DataParallel: the names of its tensors begin with “module.”. Save it in Python with torch.save(model.module.state_dict(), &quot;model.pth&quot;).</source>
        <translation>%1 是从 DataParallel 保存的：张量的名称都以“module.”开头。请在 Python 中用 torch.save(model.module.state_dict(), &quot;model.pth&quot;) 保存。</translation>
    </message>
    <message>
        <source>That device is not there. Choose one of these: %2.</source>
        <translation>没有这个设备。可选的有：%2。</translation>
    </message>
    <message>
        <source>The training diverged: the loss has grown beyond all numbers (%2). Choose a smaller learning rate and start again.</source>
        <translation>训练发散了：损失超出了数值范围。请选较小的学习率重新开始。（技术细节：%2）</translation>
    </message>
    <message>
        <source>%1 holds a network that is not read here. Those are simple-nn (fc1.weight h×784, fc1.bias h, fc2.weight 10×h, fc2.bias 10) and convnet (convs.0.weight 32×1×5×5 to fc.bias 11). Found: %2.</source>
        <translation>%1 里的网络这里读不了。能读的是 simple-nn（fc1.weight h×784、fc1.bias h、fc2.weight 10×h、fc2.bias 10）和 convnet（从 convs.0.weight 32×1×5×5 到 fc.bias 11）。文件中有：%2。</translation>
    </message>
    <message>
        <source>What is kept in %1 cannot be read or changed now: %2. Check that there is room on the disk and that you may write there.</source>
        <translation>现在无法读取或更改 %1 中保存的内容：%2。请检查磁盘是否还有空间，以及您是否有权写入。</translation>
    </message>
    <message>
        <source>There are no own samples to learn from in %1. Digitpad keeps one each time you correct what it reads.</source>
        <translation>%1 中没有可供学习的自己的样本。每次您更正识别结果，Digitpad 就会保存一个。</translation>
    </message>
</context>
<context>
    <name>LabEdits</name>
    <message>
        <source>“%1” must be a number from %2 to %3.</source>
        <translation>“%1”必须是 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>“scalings” must be a list of [layer, unit, factor].</source>
        <translation>“scalings”必须是由 [层, 单元, 倍数] 组成的列表。</translation>
    </message>
    <message>
        <source>“scalings” may hold %1 at most.</source>
        <translation>“scalings”最多只能有 %1 项。</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>Names with values are needed here, such as “text: …”.</source>
        <translation>这里需要“名称: 值”的形式，例如“text: …”。</translation>
    </message>
    <message>
        <source>“%1” is not known here. There are: %2</source>
        <translation>这里不认识“%1”。可用的有：%2</translation>
    </message>
    <message>
        <source>“%1” stands here twice.</source>
        <translation>“%1”在这里出现了两次。</translation>
    </message>
    <message>
        <source>“%1” is missing here.</source>
        <translation>这里缺少“%1”。</translation>
    </message>
    <message>
        <source>A text is needed here.</source>
        <translation>这里需要一段文字。</translation>
    </message>
    <message numerus="yes">
        <source>This text is too long: %Ln characters at most</source>
        <translation>
            <numerusform>这段文字太长：最多 %Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>There is too much in here.</source>
        <translation>这里的内容太多了。</translation>
    </message>
    <message>
        <source>A name is needed here.</source>
        <translation>这里需要一个名称。</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>这里缺少一个值。</translation>
    </message>
    <message>
        <source>A fact and its value are needed here, such as “inside.digit: 7”.</source>
        <translation>这里需要一个事实和它的值，例如“inside.digit: 7”。</translation>
    </message>
    <message>
        <source>“%1” cannot be compared: it is no number.</source>
        <translation>“%1”不能比较：它不是数。</translation>
    </message>
    <message>
        <source>A lesson cannot press “%1”. There are: %2</source>
        <translation>课程不能按“%1”。可以按的有：%2</translation>
    </message>
    <message>
        <source>The name of one control is needed here.</source>
        <translation>这里需要一个控件的名称。</translation>
    </message>
    <message>
        <source>This is no lesson of Digitpad: that begins with “lesson: 1”.</source>
        <translation>这不是 Digitpad 的课程：课程以“lesson: 1”开头。</translation>
    </message>
    <message>
        <source>This lesson is for a newer Digitpad than this one.</source>
        <translation>这份课程需要更新版本的 Digitpad。</translation>
    </message>
    <message>
        <source>A lesson needs a list of steps.</source>
        <translation>课程需要一个步骤列表（steps）。</translation>
    </message>
    <message numerus="yes">
        <source>A lesson has %Ln steps at most.</source>
        <translation>
            <numerusform>课程最多 %Ln 步。</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is too large to be a lesson.</source>
        <translation>这个文件太大，不可能是课程。</translation>
    </message>
    <message>
        <source>This is not well-formed YAML: %1.</source>
        <translation>这不是格式正确的 YAML：%1。</translation>
    </message>
    <message>
        <source>Nothing is told of “%1”. There are: %2</source>
        <translation>没有关于“%1”的事实。可用的有：%2</translation>
    </message>
</context>
<context>
    <name>NetworkSums</name>
    <message>
        <source>%1 × %2</source>
        <comment>weight, input</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Others: %1</source>
        <translation>其余：%1 个</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Mean ink, taken off</source>
        <translation>减去的平均墨量</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>ReLU keeps it</source>
        <translation>ReLU 原样保留</translation>
    </message>
    <message>
        <source>ReLU: not below 0</source>
        <translation>ReLU：不低于 0</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>eᶻ ÷ sum</source>
        <translation>eᶻ ÷ 和</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>logit</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>rows, columns</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>so many maps, of a size</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>Output “%1”</source>
        <translation>输出“%1”</translation>
    </message>
    <message>
        <source>Hidden unit %1</source>
        <translation>隐藏单元 %1</translation>
    </message>
    <message>
        <source>Map %1 of layer %2</source>
        <translation>第 %2 层的特征图 %1</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>Row %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>Map %1 (%2, %3)</source>
        <comment>row, column</comment>
        <translation>图 %1（%2, %3）</translation>
    </message>
</context>
<context>
    <name>NumberWords</name>
    <message>
        <source>%1 sure</source>
        <translation>把握 %1</translation>
    </message>
    <message>
        <source>This may be a letter</source>
        <translation>这可能是字母</translation>
    </message>
    <message>
        <source>Not sure that all of these are digits</source>
        <translation>不确定这些是否都是数字</translation>
    </message>
    <message>
        <source>Not sure this is a digit</source>
        <translation>不确定这是不是数字</translation>
    </message>
</context>
<context>
    <name>PercentText</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>&gt; %1 %</source>
        <translation>&gt; %1%</translation>
    </message>
</context>
<context>
    <name>PictureDamage</name>
    <message>
        <source>its end is missing</source>
        <translation>结尾缺失</translation>
    </message>
    <message>
        <source>its data has changed since it was saved</source>
        <translation>数据与保存时不一致</translation>
    </message>
    <message>
        <source>its header is none that a PNG file can have</source>
        <translation>它的文件头不是 PNG 文件可能有的</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>%1 bytes, at most %2 are read</source>
        <translation>%1 字节，最多读取 %2 字节</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, at most %3 are read</source>
        <translation>%1 × %2 像素，最多读取 %3 像素</translation>
    </message>
</context>
<context>
    <name>PictureFolder</name>
    <message>
        <source>there are no pictures in subfolders 0 to 9</source>
        <translation>子文件夹 0 到 9 中没有图片</translation>
    </message>
</context>
<context>
    <name>RunOptions</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>varied digits</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>shuffling</source>
        <translation>打乱顺序</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an option and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>RunQuestions</name>
    <message>
        <source>The trained model is not saved</source>
        <translation>训练好的模型尚未保存</translation>
    </message>
    <message>
        <source>Save the model that was trained last? The new run takes its place.</source>
        <translation>要保存上次训练好的模型吗？新的训练会取代它。</translation>
    </message>
    <message>
        <source>An interrupted training is kept</source>
        <translation>保留着一次中断的训练</translation>
    </message>
    <message>
        <source>Go on with the training that was interrupted? A new run takes its place.</source>
        <translation>要继续中断的训练吗？新的训练会取代它。</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>继续它(&amp;G)</translation>
    </message>
    <message>
        <source>Start a &amp;new run</source>
        <translation>开始新的训练(&amp;N)</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>epoch %1 of %2 · %3 digits/s · %4 left</source>
        <translation>第 %1/%2 轮 · 每秒 %3 个数字 · 还剩 %4</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln that are none</source>
        <translation>
            <numerusform>%1和 %Ln 个非数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln own samples read right. It has learnt from them: they are too few to keep some aside.</source>
        <translation>
            <numerusform>%Ln 个自己的样本的识别正确率。样本太少，无法留出一部分，这些它都学过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln own samples read right, which were kept aside</source>
        <translation>
            <numerusform>留出的 %Ln 个自己的样本的识别正确率</numerusform>
        </translation>
    </message>
    <message>
        <source>So that it does not forget, it goes over digits of MNIST, too.</source>
        <translation>为了不遗忘，它也会复习 MNIST 里的数字。</translation>
    </message>
    <message>
        <source>So that it does not forget, it goes over synthetic digits, too.</source>
        <translation>为了不遗忘，它也会复习合成数字。</translation>
    </message>
    <message>
        <source>What it was trained on is not here: synthetic digits stand in, so that it forgets less.</source>
        <translation>原来的训练数据不在这里，改用合成数字复习，以减少遗忘。</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>there is no folder %1</source>
        <translation>没有文件夹 %1</translation>
    </message>
    <message>
        <source>Digitpad keeps its runs and samples there</source>
        <translation>那里保存着 Digitpad 的训练和样本</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>The copied state is damaged: part of it is missing or changed. Copy all of the line again.</source>
        <translation>复制的状态已损坏：有一部分缺失或被改动。请重新复制完整的一行。</translation>
    </message>
    <message>
        <source>What was copied is too long to be a state of Digitpad.</source>
        <translation>复制的内容太长，不可能是 Digitpad 的状态。</translation>
    </message>
    <message>
        <source>This state was copied from a newer Digitpad than this one.</source>
        <translation>这个状态是从更新版本的 Digitpad 复制的。</translation>
    </message>
    <message>
        <source>What was copied is no state of Digitpad: that begins with “digitpad1.”.</source>
        <translation>复制的内容不是 Digitpad 的状态：状态以“digitpad1.”开头。</translation>
    </message>
</context>
<context>
    <name>StateTypes</name>
    <message>
        <source>Nothing is called “%1” here. There are: %2</source>
        <translation>这里没有名为“%1”的内容。可用的有：%2</translation>
    </message>
    <message>
        <source>“%1” has a value of another kind than is needed.</source>
        <translation>“%1”的值不是所需的类型。</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>it may only be read</source>
        <translation>它是只读的</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>it is damaged and cannot be renamed</source>
        <translation>它已损坏，且无法重命名</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is not installed (Debian: libqt6sql6-sqlite)</source>
        <translation>未安装 Qt 的 SQLite 驱动（Debian 软件包：libqt6sql6-sqlite）</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>它是其他程序的数据库</translation>
    </message>
    <message>
        <source>a newer Digitpad has written it (version %1, this one knows %2). It is left as it is: update Digitpad to use it</source>
        <translation>它由更新版本的 Digitpad 写入（版本 %1，当前程序支持到 %2）。文件未作任何改动：请更新 Digitpad 后再使用</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建该文件夹</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>该文件夹不是空的</translation>
    </message>
    <message>
        <source>a newer Digitpad has written it</source>
        <translation>它由更新版本的 Digitpad 写入</translation>
    </message>
    <message>
        <source>it may only be read, and has to be brought up to date</source>
        <translation>它是只读的，而其格式需要更新</translation>
    </message>
</context>
<context>
    <name>TestDigits</name>
    <message>
        <source>MNIST: test digits</source>
        <translation>MNIST：测试数字</translation>
    </message>
    <message>
        <source>MNIST: training digits</source>
        <translation>MNIST：训练数字</translation>
    </message>
    <message>
        <source>Own samples</source>
        <translation>自己的样本</translation>
    </message>
    <message>
        <source>Made-up digits</source>
        <translation>合成的数字</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>mean loss: %1</source>
        <translation>平均损失：%1</translation>
    </message>
    <message>
        <source>test accuracy: %1, test loss: %2</source>
        <translation>测试准确率：%1，测试损失：%2</translation>
    </message>
    <message>
        <source>Stopped; test accuracy: %1</source>
        <translation>已停止；测试准确率：%1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>WhyAnswer</name>
    <message>
        <source>Difference of the logits</source>
        <translation>logit 之差</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Falls at most, when covered, by</source>
        <translation>遮住后最多下降</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Blank sheet</source>
        <translation>白纸</translation>
    </message>
    <message>
        <source>Ink that speaks for it</source>
        <translation>支持它的墨迹</translation>
    </message>
    <message>
        <source>Ink that speaks against it</source>
        <translation>反对它的墨迹</translation>
    </message>
    <message>
        <source>Error of the method</source>
        <translation>方法的误差</translation>
    </message>
</context>
<context>
    <name>digitpad::AnswerView</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>digitpad::BalanceBars</name>
    <message>
        <source>How many there are of each digit</source>
        <translation>每个数字的数量</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a digit, how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Shown: all</source>
        <translation>显示：全部</translation>
    </message>
    <message>
        <source>Click to see all of them</source>
        <translation>点击显示全部</translation>
    </message>
    <message>
        <source>Click to see these only</source>
        <translation>点击只看这个数字</translation>
    </message>
</context>
<context>
    <name>digitpad::Canvas</name>
    <message>
        <source>Paper</source>
        <translation>手写区</translation>
    </message>
    <message>
        <source>Draw a digit here with a mouse, a pen or a finger.</source>
        <translation>用鼠标、手写笔或手指在这里写一个数字。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
</context>
<context>
    <name>digitpad::ComparedBars</name>
    <message>
        <source>%1: %2 before, %3 now</source>
        <comment>a digit, percents</comment>
        <translation>%1：原来 %2，现在 %3</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动后</translation>
    </message>
</context>
<context>
    <name>digitpad::ConfusionMatrix</name>
    <message>
        <source>What digits were read as</source>
        <translation>各数字被识别成什么</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>识别为 %1 的</translation>
    </message>
    <message>
        <source>All that are %1</source>
        <translation>所有的 %1</translation>
    </message>
    <message>
        <source>%1 read as %2: %3</source>
        <translation>%1 识别为 %2：%3 个</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>digitpad::Corrections</name>
    <message numerus="yes">
        <source>%Ln kept as %1</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>已将 %Ln 张图片保存为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept as an %1</source>
        <comment>an 8</comment>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Kept as a %1</source>
        <comment>a 4</comment>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>There is nowhere to keep samples yet</source>
        <translation>样本库还没有准备好</translation>
    </message>
    <message>
        <source>Nothing can be kept: the database can only be read</source>
        <translation>无法保存样本：数据库是只读的</translation>
    </message>
    <message>
        <source>Nothing can be kept. %1</source>
        <translation>无法保存样本。%1</translation>
    </message>
</context>
<context>
    <name>digitpad::CurveModels</name>
    <message>
        <source>Network in use</source>
        <translation>正在使用的网络</translation>
    </message>
</context>
<context>
    <name>digitpad::CurvesLegend</name>
    <message>
        <source>Loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>Test %1</source>
        <comment>the accuracy on the test data</comment>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>At epoch %1</source>
        <translation>轮次 %1 处</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>Legend of the chart</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>digitpad::CurvesView</name>
    <message>
        <source>Curves of the runs</source>
        <translation>训练曲线</translation>
    </message>
</context>
<context>
    <name>digitpad::DamageChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Read right</source>
        <translation>识别正确</translation>
    </message>
    <message>
        <source>here %1</source>
        <translation>此处 %1</translation>
    </message>
    <message>
        <source>Digits read right over: %1</source>
        <translation>识别正确的数字，随“%1”变化</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an amount, a percentage</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>here, at %1: %2</source>
        <translation>此处（%1）：%2</translation>
    </message>
</context>
<context>
    <name>digitpad::DamageDials</name>
    <message>
        <source>Show below how many digits are read right with more of it</source>
        <translation>在下方显示它加重时有多少数字识别正确</translation>
    </message>
</context>
<context>
    <name>digitpad::DamageView</name>
    <message>
        <source>%1 · %2</source>
        <comment>digit, how sure</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No digit?</source>
        <translation>不是数字？</translation>
    </message>
    <message>
        <source>Curves computed so far</source>
        <translation>已算出的曲线</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏后</translation>
    </message>
    <message>
        <source>Seed of the damage</source>
        <translation>损坏的种子</translation>
    </message>
    <message>
        <source>Where gaps, stains, shadow and noise fall: the same seed, the same places</source>
        <translation>断笔、污点、阴影和噪声落在哪里：种子相同，位置就相同</translation>
    </message>
    <message>
        <source>Other places</source>
        <translation>换个位置</translation>
    </message>
    <message>
        <source>Let the damage fall elsewhere</source>
        <translation>让损坏落在别处</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Take all damage away</source>
        <translation>去掉所有损坏</translation>
    </message>
    <message>
        <source>Put it on the pad</source>
        <translation>放到手写板上</translation>
    </message>
    <message>
        <source>Put the damaged digit on the pad</source>
        <translation>把损坏后的数字放到手写板上</translation>
    </message>
    <message>
        <source>Damaged digit</source>
        <translation>损坏的数字</translation>
    </message>
    <message>
        <source>Add a network…</source>
        <translation>添加网络…</translation>
    </message>
    <message>
        <source>Add a network from a file to the curves</source>
        <translation>从文件添加一个网络的曲线</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>There are no digits to read yet. Choose others beside “From”, or get MNIST on the Training page.</source>
        <translation>还没有可识别的数字。请在“来源”旁另选一组，或在“训练”页下载 MNIST。</translation>
    </message>
    <message numerus="yes">
        <source>Each point is how many of %Ln digits are read right, with nothing but this damage. They are a sample of “%1”, always the same one.</source>
        <translation>
            <numerusform>每个点表示 %Ln 个数字中只受这种损坏时识别正确的比例。它们抽自“%1”，每次都相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a network</source>
        <translation>添加网络</translation>
    </message>
    <message>
        <source>PyTorch models (*.pth *.pt);;All files (*)</source>
        <translation>PyTorch 模型 (*.pth *.pt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Tick a network above to see how it does.</source>
        <translation>勾选上面的一个网络，看看它表现如何。</translation>
    </message>
</context>
<context>
    <name>digitpad::DataFields</name>
    <message>
        <source>S&amp;ynthetic digits</source>
        <translation>合成数字(&amp;Y)</translation>
    </message>
    <message>
        <source>Digits that the program draws itself: nothing to download</source>
        <translation>由程序自己画出的数字，无需下载</translation>
    </message>
    <message>
        <source>How many synthetic digits</source>
        <translation>合成数字的个数</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>MNI&amp;ST</source>
        <translation>MNIST(&amp;S)</translation>
    </message>
    <message>
        <source>60,000 written digits to learn from and 10,000 to test on; or a folder of yours with files of the same names and format, such as Fashion-MNIST</source>
        <translation>60,000 个手写数字用于训练，10,000 个用于测试；也可选择您自己的文件夹，其中的文件名称和格式与 MNIST 相同，例如 Fashion-MNIST</translation>
    </message>
    <message>
        <source>Choose a folder with MNIST&apos;s files</source>
        <translation>选择 MNIST 文件所在的文件夹</translation>
    </message>
    <message>
        <source>Pen stro&amp;kes</source>
        <translation>笔迹(&amp;K)</translation>
    </message>
    <message>
        <source>Drawn digits, one a line: {&quot;label&quot;: 7, &quot;strokes&quot;: [[[x, y], …], …]}</source>
        <translation>手写笔画，每行一个数字：{&quot;label&quot;: 7, &quot;strokes&quot;: [[[x, y], …], …]}</translation>
    </message>
    <message>
        <source>Choose a file of pen strokes</source>
        <translation>选择笔迹文件</translation>
    </message>
    <message>
        <source>Pen strokes (*.jsonl *.jsonl.gz);;All files (*)</source>
        <translation>笔迹 (*.jsonl *.jsonl.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Pict&amp;ures</source>
        <translation>图片(&amp;U)</translation>
    </message>
    <message>
        <source>A folder with a subfolder of pictures for each digit, named 0 to 9</source>
        <translation>含有 0 到 9 十个子文件夹的文件夹，每个子文件夹存放该数字的图片</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>MNIST is still being downloaded</source>
        <translation>MNIST 还在下载</translation>
    </message>
    <message>
        <source>Download MNIST first, or choose a folder with its files</source>
        <translation>请先下载 MNIST，或选择其文件所在的文件夹</translation>
    </message>
    <message>
        <source>Choose what is ticked first, or untick it</source>
        <translation>请为已勾选的项选择文件或文件夹，或取消勾选</translation>
    </message>
    <message>
        <source>Looking at what was chosen…</source>
        <translation>正在查看所选内容…</translation>
    </message>
    <message>
        <source>There is nothing to learn from in %1</source>
        <translation>%1 中没有可用于训练的内容</translation>
    </message>
    <message>
        <source>Tick something to learn from</source>
        <translation>请勾选训练数据</translation>
    </message>
    <message>
        <source>There are no own samples yet</source>
        <translation>还没有自己的样本</translation>
    </message>
    <message>
        <source>Digits to learn from; without MNIST a tenth as many more are drawn to test on, but at least 1,000</source>
        <translation>用来学习的数字个数；没有 MNIST 时，另画十分之一（至少 1,000 个）用于测试</translation>
    </message>
    <message>
        <source>There is nothing “%1” to learn from. There are: %2</source>
        <translation>没有名为“%1”的学习来源。可用的有：%2</translation>
    </message>
    <message>
        <source>The number of synthetic digits is out of its range, %1 to %2.</source>
        <translation>合成数字的个数超出范围（%1 到 %2）。</translation>
    </message>
</context>
<context>
    <name>digitpad::DataView</name>
    <message>
        <source>MNIST %1</source>
        <translation>MNIST %1</translation>
    </message>
    <message>
        <source>pen strokes %1</source>
        <translation>笔迹 %1</translation>
    </message>
    <message>
        <source>photographed %1</source>
        <translation>拍照效果 %1</translation>
    </message>
    <message>
        <source>pictures %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>synthetic %1</source>
        <translation>合成数字 %1</translation>
    </message>
    <message>
        <source>no digits %1</source>
        <translation>非数字 %1</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Back to the chart (%1)</source>
        <translation>返回图表（%1）</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>S&amp;huffle</source>
        <translation>打乱(&amp;H)</translation>
    </message>
    <message>
        <source>Shows them in another order; what is learnt does not change</source>
        <translation>换一种顺序显示，不影响训练</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>There is nothing in it</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>%1 to learn from, %2 to test on</source>
        <translation>%1用于训练，%2 个用于测试</translation>
    </message>
    <message>
        <source>%1 to learn from, none to test on</source>
        <translation>%1用于训练，没有测试数字</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures could not be read</source>
        <translation>
            <numerusform>%Ln 张图片无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>own samples %1</source>
        <translation>自己的样本 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::DigitGrid</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>digitpad::DigitModel</name>
    <message>
        <source>Read as %1, %2 sure</source>
        <translation>读作 %1，把握 %2</translation>
    </message>
    <message>
        <source>Not sure this is a digit; read as %1</source>
        <translation>不确定这是不是数字；读作 %1</translation>
    </message>
    <message>
        <source>Loss %1</source>
        <translation>损失 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::DigitsView</name>
    <message>
        <source>Put on the &amp;pad</source>
        <translation>放到画板上(&amp;P)</translation>
    </message>
    <message>
        <source>Put this digit on the pad</source>
        <translation>把这个数字放到画板上</translation>
    </message>
    <message>
        <source>Show in the &amp;network</source>
        <translation>在网络中查看(&amp;N)</translation>
    </message>
    <message>
        <source>See how it runs through the network</source>
        <translation>看它怎样穿过网络</translation>
    </message>
    <message>
        <source>Wh&amp;y?</source>
        <translation>为什么？(&amp;Y)</translation>
    </message>
    <message>
        <source>See which pixels make it this digit</source>
        <translation>看哪些像素使它成为这个数字</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop reading and comparing the digits</source>
        <translation>停止识别和比较数字</translation>
    </message>
    <message>
        <source>Put on the pad</source>
        <translation>放到画板上</translation>
    </message>
    <message>
        <source>Show in the network</source>
        <translation>在网络中查看</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Which digits, in which order</source>
        <translation>哪些数字，按什么顺序</translation>
    </message>
    <message>
        <source>Strangest first: those in which the network is furthest from the label. Nearly the same: pairs, those with different labels first.</source>
        <translation>最奇怪的在前：网络的判断离标签最远的数字。几乎相同：成对列出，标签不同的在前。</translation>
    </message>
    <message>
        <source>All, as they come</source>
        <translation>全部，按原来的顺序</translation>
    </message>
    <message>
        <source>Strangest first</source>
        <translation>最奇怪的在前</translation>
    </message>
    <message>
        <source>Read wrong</source>
        <translation>读错的</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>几乎相同的</translation>
    </message>
    <message>
        <source>How many digits are looked at</source>
        <translation>已看过多少数字</translation>
    </message>
    <message>
        <source>The chosen digit</source>
        <translation>所选的数字</translation>
    </message>
    <message>
        <source>No two of these digits are nearly the same.</source>
        <translation>这些数字中没有几乎相同的两个。</translation>
    </message>
    <message>
        <source>None of these digits is read wrong.</source>
        <translation>这些数字没有一个读错。</translation>
    </message>
    <message>
        <source>There are no such digits.</source>
        <translation>没有这样的数字。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>There are no digits to look at. Choose others at the top right, or download MNIST on the Training page.</source>
        <translation>没有可看的数字。请在右上角另选，或到“训练”页下载 MNIST。</translation>
    </message>
    <message>
        <source>Stopped. Choose the order again to go on.</source>
        <translation>已停止。再选一次顺序即可继续。</translation>
    </message>
    <message>
        <source>The network reads all digits…</source>
        <translation>网络正在识别所有数字…</translation>
    </message>
    <message>
        <source>Every digit is compared with every other…</source>
        <translation>正在把每个数字与其他所有数字比较…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a %1</source>
        <translation>这是 %1</translation>
    </message>
    <message>
        <source>%1 % alike</source>
        <translation>%1% 相似</translation>
    </message>
    <message>
        <source>Digits are listed by “all”, “strangest”, “misread” or “duplicates”.</source>
        <translation>数字的列法只有“all”、“strangest”、“misread”或“duplicates”。</translation>
    </message>
    <message>
        <source>Only the digits from 0 to 9 can be listed.</source>
        <translation>只能列出 0 到 9 的数字。</translation>
    </message>
</context>
<context>
    <name>digitpad::DownloadField</name>
    <message>
        <source>Downloa&amp;d</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>Fetches the 70,000 digits of MNIST, %1, into your data folder</source>
        <translation>把 MNIST 的 70,000 个数字（%1）下载到您的数据文件夹</translation>
    </message>
    <message>
        <source>Download progress</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Use synthetic digits</source>
        <translation>使用合成数字</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>What to do without it</source>
        <translation>不下载时的选择</translation>
    </message>
</context>
<context>
    <name>digitpad::DownloadWorker</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法新建该文件夹</translation>
    </message>
    <message>
        <source>it cannot be written</source>
        <translation>无法写入</translation>
    </message>
</context>
<context>
    <name>digitpad::DrawPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>&amp;Copy drawing</source>
        <translation>复制笔迹(&amp;C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>&amp;Save drawing as PNG…</source>
        <translation>将笔迹存为 PNG(&amp;S)…</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>存为 PNG</translation>
    </message>
    <message>
        <source>There is no drawing and no picture on the clipboard.</source>
        <translation>剪贴板里没有笔迹，也没有图片。</translation>
    </message>
    <message>
        <source>Save drawing</source>
        <translation>保存笔迹</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>digit.png</source>
        <comment>the name proposed for a saved drawing</comment>
        <translation>数字.png</translation>
    </message>
    <message>
        <source>What the network saw</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>nothing is drawn yet</source>
        <translation>还没有写任何内容</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>no drawing or picture on the clipboard</source>
        <translation>剪贴板里没有笔迹或图片</translation>
    </message>
    <message>
        <source>Your ink, centred and scaled to %1&#xa0;×&#xa0;%1&#xa0;pixels.</source>
        <translation>你的笔迹，已居中并缩放到 %1&#xa0;×&#xa0;%1&#xa0;像素。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>&amp;Keep as</source>
        <translation>存为样本(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;All of it is one digit</source>
        <translation>全部是一个数字(&amp;A)</translation>
    </message>
    <message>
        <source>Only on the Draw page</source>
        <translation>仅在手写页可用</translation>
    </message>
    <message>
        <source>Nothing is read yet</source>
        <translation>还没有识别结果</translation>
    </message>
    <message>
        <source>Keep it as %1, to learn from</source>
        <translation>保存为 %1，供网络学习</translation>
    </message>
    <message>
        <source>Choose one of the digits first</source>
        <translation>请先选择其中一个数字</translation>
    </message>
    <message>
        <source>It was read as one digit</source>
        <translation>它已被识别为一个数字</translation>
    </message>
    <message>
        <source>Keep it as %1 (key %1)</source>
        <translation>保存为 %1（按 %1 键）</translation>
    </message>
    <message>
        <source>Say what this digit is</source>
        <translation>指出这是什么数字</translation>
    </message>
    <message>
        <source>Is one wrong? Click it.</source>
        <translation>有认错的？点一下它。</translation>
    </message>
    <message>
        <source>All of it is one digit</source>
        <translation>全部是一个数字</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Wrong? Click the right digit or press its key.</source>
        <translation>认错了？点一下正确的数字，或按它的键。</translation>
    </message>
    <message>
        <source>It is a number</source>
        <translation>这是一个多位数</translation>
    </message>
</context>
<context>
    <name>digitpad::FiguresTable</name>
    <message>
        <source>%1 · %2</source>
        <comment>a set, its digits</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Own samples, learnt</source>
        <translation>自己的样本（学过的）</translation>
    </message>
    <message>
        <source>Own samples</source>
        <translation>自己的样本</translation>
    </message>
    <message>
        <source>Test digits</source>
        <translation>测试数字</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>训练后</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after.</source>
        <translation>%1：训练前 %2，训练后 %3。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>digitpad::FileSaver</name>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::FoolPane</name>
    <message>
        <source>an %1</source>
        <comment>the digit 8</comment>
        <translation> %1 </translation>
    </message>
    <message>
        <source>a %1</source>
        <comment>a digit</comment>
        <translation> %1 </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The class says yes (Y)</source>
        <translation>全班认为是 (Y)</translation>
    </message>
    <message>
        <source>The class says no (N)</source>
        <translation>全班认为不是 (N)</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Task %1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>Class %1 · Network %2</source>
        <translation>全班 %1 · 网络 %2</translation>
    </message>
    <message>
        <source>Draw %1 that it reads as %2</source>
        <translation>写一个%1，让网络认成 %2</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>把握 %1</translation>
    </message>
    <message>
        <source>Not sure this is a digit</source>
        <translation>不确定这是不是数字</translation>
    </message>
    <message>
        <source>It is read while you draw.</source>
        <translation>边写边认。</translation>
    </message>
    <message>
        <source>Fooled! A point for the class.</source>
        <translation>骗过网络了！全班得一分。</translation>
    </message>
    <message>
        <source>It reads %1. Is it still %2?</source>
        <translation>网络认成了 %1。它还算一个%2吗？</translation>
    </message>
    <message>
        <source>Then make it more of %1.</source>
        <translation>那就写得更像一个%1。</translation>
    </message>
    <message>
        <source>It sees the %1 with %2. More than %3 are wanted.</source>
        <translation>网络认为是 %1 的把握为 %2，要超过 %3。</translation>
    </message>
    <message>
        <source>See the score</source>
        <translation>看得分</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>%1 (Enter)</source>
        <translation>%1 (Enter)</translation>
    </message>
</context>
<context>
    <name>digitpad::GlyphPages</name>
    <message>
        <source>The digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no digit</comment>
        <translation>非数字</translation>
    </message>
</context>
<context>
    <name>digitpad::GlyphView</name>
    <message>
        <source>What the network saw</source>
        <translation>网络看到的图像</translation>
    </message>
</context>
<context>
    <name>digitpad::GuessPane</name>
    <message>
        <source>Which digit is it?</source>
        <translation>这是哪个数字？</translation>
    </message>
    <message>
        <source>&amp;Vote</source>
        <translation>投票(&amp;V)</translation>
    </message>
    <message>
        <source>The digit to guess</source>
        <translation>要猜的数字</translation>
    </message>
    <message>
        <source>Take a vote back</source>
        <translation>撤回一票</translation>
    </message>
    <message>
        <source>Take the last vote back (Backspace)</source>
        <translation>撤回最后一票 (Backspace)</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>揭晓答案</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>全班</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Round %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>Class %1 · Network %2</source>
        <translation>全班 %1 · 网络 %2</translation>
    </message>
    <message>
        <source>Press 0 to 9, once for each vote.</source>
        <translation>按 0 到 9 投票，每按一次算一票。</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n 票</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1。%2%3</translation>
    </message>
    <message>
        <source>right</source>
        <translation>对</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错</translation>
    </message>
    <message>
        <source>no votes</source>
        <translation>没有票</translation>
    </message>
    <message>
        <source>divided</source>
        <translation>意见不一</translation>
    </message>
    <message>
        <source>The network is %1 sure.</source>
        <translation>网络的把握为 %1。</translation>
    </message>
    <message>
        <source>The network is %1 sure, but doubts that it is a digit.</source>
        <translation>网络的把握为 %1，但怀疑这不是数字。</translation>
    </message>
    <message>
        <source>It is %1. Class: %2. Network: %3. %4</source>
        <translation>正确答案是 %1。全班：%2。网络：%3。%4</translation>
    </message>
    <message>
        <source>It is told already</source>
        <translation>答案已经揭晓</translation>
    </message>
    <message>
        <source>A vote for %1</source>
        <translation>给 %1 投一票</translation>
    </message>
    <message>
        <source>Only in a quiz</source>
        <translation>只在测验中可用</translation>
    </message>
    <message>
        <source>See the score</source>
        <translation>看得分</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>下一个数字</translation>
    </message>
    <message>
        <source>%1 (Enter)</source>
        <translation>%1 (Enter)</translation>
    </message>
</context>
<context>
    <name>digitpad::InsidePage</name>
    <message>
        <source>From:</source>
        <translation>来源：</translation>
    </message>
    <message>
        <source>The network while it reads</source>
        <translation>识别时的网络</translation>
    </message>
    <message>
        <source>Which pixels make it this digit</source>
        <translation>哪些像素让它成为这个数字</translation>
    </message>
    <message>
        <source>Change a copy of the network</source>
        <translation>在网络的副本上做改动</translation>
    </message>
    <message>
        <source>Digits that are alike lie together</source>
        <translation>相像的数字挨在一起</translation>
    </message>
    <message>
        <source>Noise, stains and slant</source>
        <translation>噪声、污渍与倾斜</translation>
    </message>
    <message>
        <source>The digits themselves</source>
        <translation>数字本身</translation>
    </message>
    <message>
        <source>Digits to look at</source>
        <translation>要观察的数字</translation>
    </message>
    <message>
        <source>The labelled digits that the lab, the map and the others look at</source>
        <translation>实验室、地图等视图所用的带标签的数字</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>There is no view “%1” here.</source>
        <translation>这里没有“%1”视图。</translation>
    </message>
    <message>
        <source>There are no digits “%1”.</source>
        <translation>没有名为“%1”的数字来源。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>The glyph is damaged.</source>
        <translation>字形数据已损坏。</translation>
    </message>
    <message>
        <source>A digit of the data</source>
        <translation>数据中的一个数字</translation>
    </message>
</context>
<context>
    <name>digitpad::InsideView</name>
    <message>
        <source>Nothing can be set here.</source>
        <translation>这里没有可以设置的内容。</translation>
    </message>
</context>
<context>
    <name>digitpad::Invitation</name>
    <message>
        <source>Drop pictures of digits here</source>
        <translation>把数字图片拖到这里</translation>
    </message>
    <message>
        <source>Photos, scans or drawings of digits and numbers, or a whole folder of them.
%1 pastes one from the clipboard.</source>
        <translation>照片、扫描件或手绘图都行，一个数字或一串数字均可，也可以拖入整个文件夹。
按 %1 粘贴剪贴板里的图片。</translation>
    </message>
</context>
<context>
    <name>digitpad::LabControls</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>剪枝</translation>
    </message>
    <message>
        <source>This share of each layer&apos;s weights becomes 0, the smallest first</source>
        <translation>每层中这一比例的权重变为 0，从最小的开始</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Random numbers added to the weights, in percent of how large these usually are</source>
        <translation>给权重加上随机数，大小以权重通常大小的百分比表示</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>噪声的种子</translation>
    </message>
    <message>
        <source>The same seed gives the same noise, on every machine</source>
        <translation>同一种子在任何电脑上都得到同样的噪声</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>What the outputs are divided by before the softmax: above 1 the network is less sure, below 1 more. Which digit it reads stays the same.</source>
        <translation>softmax 之前输出除以这个数：大于 1 时网络把握变小，小于 1 时变大。识别出的数字不变。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>This unit</source>
        <translation>此单元</translation>
    </message>
    <message>
        <source>What the sum of the framed unit is multiplied by: 0 switches it off</source>
        <translation>带框单元的加权和乘以这个数：0 即关闭它</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>所有单元</translation>
    </message>
    <message>
        <source>What the sums of the whole layer are multiplied by</source>
        <translation>整层各单元的加权和乘以这个数</translation>
    </message>
    <message>
        <source>So many units cannot be changed one by one. Use “All units”.</source>
        <translation>不能逐个改动这么多单元。请用“所有单元”。</translation>
    </message>
    <message>
        <source>Outputs: %1</source>
        <translation>输出：%1 个</translation>
    </message>
    <message>
        <source>Layer %1: %2 feature maps</source>
        <translation>第 %1 层：%2 个特征图</translation>
    </message>
    <message>
        <source>Layer %1: %2 units</source>
        <translation>第 %1 层：%2 个单元</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no digit</comment>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>digitpad::LabResult</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>On the pad</source>
        <translation>手写板上的字</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Digits read so far</source>
        <translation>已识别的数字</translation>
    </message>
    <message>
        <source>Accuracy · %1</source>
        <translation>准确率 · %1</translation>
    </message>
    <message>
        <source>There are no digits to read yet. Choose others beside “From”, or get MNIST on the Training page.</source>
        <translation>还没有可识别的数字。请在“来源”旁另选一组，或在“训练”页下载 MNIST。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>accuracies before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Accuracy: %1 as it is, %2 changed</source>
        <translation>准确率：原样 %1，改动后 %2</translation>
    </message>
    <message>
        <source>%1: %2 became wrong, %3 became right</source>
        <translation>%1：%2 个由对变错，%3 个由错变对</translation>
    </message>
    <message>
        <source>Accuracy: %1</source>
        <translation>准确率：%1</translation>
    </message>
    <message>
        <source>%1. Nothing is changed yet: move a slider, or click a unit.</source>
        <translation>%1。还没有改动：拖动滑块，或单击一个单元。</translation>
    </message>
    <message>
        <source>Accuracy by digit</source>
        <translation>各数字的准确率</translation>
    </message>
</context>
<context>
    <name>digitpad::LabView</name>
    <message>
        <source>Other noise</source>
        <translation>换一种噪声</translation>
    </message>
    <message>
        <source>Draw other noise</source>
        <translation>重新随机产生噪声</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Undo all changes</source>
        <translation>撤销所有改动</translation>
    </message>
    <message>
        <source>Save the copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Save the changed network as a file of its own</source>
        <translation>把改动后的网络另存为一个文件</translation>
    </message>
    <message>
        <source>This network has other units: those that were changed are as they were.</source>
        <translation>这个网络的单元不同：改动过的单元已恢复原样。</translation>
    </message>
    <message>
        <source>this is the file of the network in use</source>
        <translation>这是正在使用的网络的文件</translation>
    </message>
    <message>
        <source>Save the changed network</source>
        <translation>保存改动后的网络</translation>
    </message>
    <message>
        <source>Models (*.pth)</source>
        <translation>模型 (*.pth)</translation>
    </message>
    <message>
        <source>The network in use does not have all the units that are to be changed.</source>
        <translation>正在使用的网络没有要改动的全部单元。</translation>
    </message>
    <message>
        <source>There is no such layer to change.</source>
        <translation>没有这样一层可以改动。</translation>
    </message>
</context>
<context>
    <name>digitpad::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>演示给我看(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>离开课程(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>离开课程</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · 第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Do first what stands here, or skip it</source>
        <translation>先完成这里说的事，或者跳过</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 完成</translation>
    </message>
    <message>
        <source>Waiting for you…</source>
        <translation>等你来做…</translation>
    </message>
    <message>
        <source>The step of line %1 points at “%2”, which is not there.</source>
        <translation>第 %1 行的步骤指向“%2”，但没有这个控件。</translation>
    </message>
    <message>
        <source>The step of line %1 cannot be set up: %2</source>
        <translation>第 %1 行的步骤无法准备：%2</translation>
    </message>
</context>
<context>
    <name>digitpad::LossChart</name>
    <message>
        <source>Loss chart</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>The loss will be drawn here while the network learns</source>
        <translation>训练开始后，这里会画出损失曲线</translation>
    </message>
    <message>
        <source>Loss &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>损失 &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Test accuracy &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>测试准确率 &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>at epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>Loss %1, test accuracy %2</source>
        <translation>损失 %1，测试准确率 %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>digitpad::MainWindow</name>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>PyTorch models (*.pth *.pt);;All files (*)</source>
        <translation>PyTorch 模型 (*.pth *.pt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is in use now.</source>
        <translation>现在使用的是“%1”。</translation>
    </message>
    <message>
        <source>Training is still running</source>
        <translation>训练还在进行</translation>
    </message>
    <message>
        <source>If you close Digitpad now, what the network has learnt is lost. Stop the training instead to save it.</source>
        <translation>现在关闭 Digitpad，已有的训练成果就会丢失。想保存的话，请先停止训练。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open pictures…</source>
        <translation>打开图片(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation>手写(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Digitpad</source>
        <translation>关于 Digitpad(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>打开模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Back to the &amp;built-in model</source>
        <translation>恢复内置模型(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;About the model in use</source>
        <translation>关于当前模型(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>手写(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>当前没有模型。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络结构</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>the file does not say how it was trained</source>
        <translation>文件里没有训练记录</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>当前模型</translation>
    </message>
    <message>
        <source>no recognition engine</source>
        <translation>没有识别引擎</translation>
    </message>
    <message>
        <source>About Digitpad</source>
        <translation>关于 Digitpad</translation>
    </message>
    <message>
        <source>The engine is not loaded</source>
        <translation>引擎未加载</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation>训练样本数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation>训练引擎</translation>
    </message>
    <message>
        <source>The trained model is not saved</source>
        <translation>训练好的模型尚未保存</translation>
    </message>
    <message>
        <source>Save the model that was trained last? Otherwise it is lost when Digitpad closes.</source>
        <translation>要保存最近训练的模型吗？不保存的话，关闭 Digitpad 后它就没有了。</translation>
    </message>
    <message>
        <source>&amp;Reference model (simple-nn)</source>
        <translation>参考模型(&amp;R)：simple-nn</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Digitpad %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A drawing pad that reads handwritten digits as you draw them and trains the network behind it.&lt;/p&gt;&lt;p&gt;%2 · Qt %3&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;Its networks learnt from MNIST (Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0) and from Pen-Based Recognition of Handwritten Digits (E. Alpaydin, F. Alimoglu, UCI; CC BY 4.0).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Digitpad %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;一块会认手写数字的手写板，边写边认，还能训练背后的网络。&lt;/p&gt;&lt;p&gt;%2 · Qt %3&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。&lt;/p&gt;&lt;p&gt;程序自带的网络用 MNIST（Y. LeCun、C. Cortes、C. Burges；CC BY-SA 3.0）和 Pen-Based Recognition of Handwritten Digits（E. Alpaydin、F. Alimoglu，UCI；CC BY 4.0）训练而成。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The language changes when Digitpad starts again. Your drawing stays.</source>
        <translation>重新启动 Digitpad 后，语言就会切换，画好的内容会保留。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Keep the training for later? Digitpad goes on with it where it was, next time.</source>
        <translation>要保留这次训练以后再继续吗？下次启动 Digitpad 时可从当前位置继续。</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>留待以后(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation>丢弃(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close all the same</source>
        <translation>仍然关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Runs are not kept: %1</source>
        <translation>训练记录无法保存：%1</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>记录(&amp;R)</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>样本(&amp;S)</translation>
    </message>
    <message>
        <source>The file with your runs and samples was damaged. It is set aside as %1, and a new one has taken its place.</source>
        <translation>保存训练记录和样本的文件已损坏，现已另存为 %1，并新建了一个文件。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>&amp;Inside</source>
        <translation>内部(&amp;I)</translation>
    </message>
    <message>
        <source>Pr&amp;esent</source>
        <translation>演示(&amp;E)</translation>
    </message>
    <message>
        <source>The lesson %1 cannot be used. Line %2: %3</source>
        <translation>课程 %1 无法使用。第 %2 行：%3</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>打开课程(&amp;O)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy of this lesson…</source>
        <translation>保存这份课程的副本(&amp;C)…</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*.yaml *.yml);;All files (*)</source>
        <translation>课程 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save a copy of the lesson</source>
        <translation>保存课程副本</translation>
    </message>
    <message>
        <source>Lessons (*.yaml)</source>
        <translation>课程 (*.yaml)</translation>
    </message>
    <message>
        <source>There is no page “%1”.</source>
        <translation>没有“%1”页。</translation>
    </message>
    <message>
        <source>The strokes are no drawing: points are needed, of 0 to 1000 in each direction.</source>
        <translation>这些笔画无法使用：每个点的坐标应在 0 到 1000 之间。</translation>
    </message>
    <message>
        <source>Digitpad carries no model “%1”. There are: convnet, simple-nn</source>
        <translation>Digitpad 没有自带名为“%1”的模型。有：convnet、simple-nn</translation>
    </message>
    <message>
        <source>This state was copied with the model “%1”, which is not here. Open its file (.pth) and then the state once more; until then the model in use reads.</source>
        <translation>这个状态复制时使用的模型“%1”不在这里。请先打开它的文件（.pth），再打开一次状态；在此之前由当前模型识别。</translation>
    </message>
    <message>
        <source>Copied: paste the line into a message. Who copies it and opens it here, has the same start.</source>
        <translation>已复制：把这一行粘贴到消息里。别人复制它并在这里打开，就有同样的开头。</translation>
    </message>
    <message>
        <source>&amp;Copy this state</source>
        <translation>复制当前状态(&amp;C)</translation>
    </message>
    <message>
        <source>Open a copied &amp;state</source>
        <translation>打开复制的状态(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>测验</translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>测验(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>digitpad::MapLegend</name>
    <message>
        <source>Show only %1</source>
        <translation>只看 %1</translation>
    </message>
    <message>
        <source>Digits on the map</source>
        <translation>图上的数字</translation>
    </message>
    <message>
        <source>Show only %1 (key %1 on the map)</source>
        <translation>只看 %1（在图上按 %1 键）</translation>
    </message>
</context>
<context>
    <name>digitpad::MapPlot</name>
    <message>
        <source>The network looks at the digits…</source>
        <translation>网络正在看这些数字…</translation>
    </message>
</context>
<context>
    <name>digitpad::MapView</name>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Layer %1: %2 maps of %3×%4</source>
        <translation>第 %1 层：%2 张 %3×%4 的图</translation>
    </message>
    <message>
        <source>Layer %1: %2 units</source>
        <translation>第 %1 层：%2 个单元</translation>
    </message>
    <message>
        <source>Read as %1, %2 sure</source>
        <translation>读作 %1，把握 %2</translation>
    </message>
    <message>
        <source>Not sure this is a digit</source>
        <translation>不确定这是不是数字</translation>
    </message>
    <message>
        <source>Map of the digits</source>
        <translation>数字地图</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>&amp;Other digits</source>
        <translation>换一批数字(&amp;O)</translation>
    </message>
    <message>
        <source>Lay out other digits</source>
        <translation>换一批数字来排布</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop where the map is now</source>
        <translation>停在现在的样子</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全图(&amp;F)</translation>
    </message>
    <message>
        <source>Show all of the map</source>
        <translation>显示整张地图</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Layer of the network</source>
        <translation>网络的层</translation>
    </message>
    <message>
        <source>Which numbers of a digit count: its pixels, or what a layer of the network makes of them</source>
        <translation>按一个数字的哪些数值来排：它的像素，或网络某一层由它算出的值</translation>
    </message>
    <message>
        <source>How it is laid out</source>
        <translation>排布方法</translation>
    </message>
    <message>
        <source>t-SNE keeps neighbours together; PCA shows the two directions in which the digits differ most</source>
        <translation>t-SNE 让相似的彼此相邻；PCA 显示数字差别最大的两个方向</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>How many digits</source>
        <translation>多少个数字</translation>
    </message>
    <message>
        <source>How many digits, chosen by chance</source>
        <translation>随机选取多少个数字</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>The digit that is pointed at</source>
        <translation>所指的数字</translation>
    </message>
    <message>
        <source>How far the map is</source>
        <translation>地图的进度</translation>
    </message>
    <message>
        <source>There are no digits to lay out. Choose others at the top right, or download MNIST on the Training page.</source>
        <translation>没有可排布的数字。请在右上角另选，或到“训练”页下载 MNIST。</translation>
    </message>
    <message numerus="yes">
        <source>A map needs at least %Ln digits. Choose others at the top right.</source>
        <translation>
            <numerusform>地图至少需要 %Ln 个数字。请在右上角另选。</numerusform>
        </translation>
    </message>
    <message>
        <source>Laying out %1 digits…</source>
        <translation>正在排布 %1 个数字…</translation>
    </message>
    <message>
        <source>Stopped before there was anything to see. Press “Other digits” or choose a layer to begin again.</source>
        <translation>还没有结果就停下了。点“换一批数字”或另选一层即可重新开始。</translation>
    </message>
    <message>
        <source>%1 digits, %2 of them read wrong: in a ring</source>
        <translation>%1 个数字，其中 %2 个读错，用圆圈标出</translation>
    </message>
    <message>
        <source>Point at a digit, or go from one to the next with the arrow keys. A click or Enter puts it on the pad.</source>
        <translation>指向一个数字，或用方向键逐个移动。单击或按回车把它放到画板上。</translation>
    </message>
    <message>
        <source>This is a %1</source>
        <translation>这是 %1</translation>
    </message>
    <message>
        <source>The map cannot show such a layer.</source>
        <translation>地图没有这样的层。</translation>
    </message>
    <message>
        <source>A map is laid out by “tsne” or “pca”.</source>
        <translation>排布方法只有“tsne”或“pca”。</translation>
    </message>
    <message>
        <source>A map has 1000, 2000 or 4000 points.</source>
        <translation>地图有 1000、2000 或 4000 个点。</translation>
    </message>
    <message>
        <source>The seed of the map is a whole number from 1 on.</source>
        <translation>地图的种子是不小于 1 的整数。</translation>
    </message>
    <message>
        <source>Only a digit from 0 to 9 can be singled out.</source>
        <translation>只能单独显示 0 到 9 中的一个数字。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全图</translation>
    </message>
</context>
<context>
    <name>digitpad::MeanDigits</name>
    <message>
        <source>The mean of each digit</source>
        <translation>每个数字的平均图</translation>
    </message>
    <message>
        <source>The mean of each digit: the darker a pixel, the more of them have ink there</source>
        <translation>每个数字的平均图：像素越深，有墨迹的样本越多</translation>
    </message>
</context>
<context>
    <name>digitpad::MessageBar</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭这条消息 (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>digitpad::MistakeList</name>
    <message>
        <source>%1 read as %2, %3 sure</source>
        <translation>%1 识别为 %2，把握 %3</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>What was read wrong</source>
        <translation>识别错误的数字</translation>
    </message>
</context>
<context>
    <name>digitpad::MoreOptions</name>
    <message>
        <source>Vary the di&amp;gits</source>
        <translation>让数字多些变化(&amp;G)</translation>
    </message>
    <message>
        <source>Le&amp;arning rate rises, then falls</source>
        <translation>学习率先升后降(&amp;A)</translation>
    </message>
    <message>
        <source>M&amp;ore options</source>
        <translation>更多选项(&amp;O)</translation>
    </message>
    <message>
        <source>Augmentation, schedule, weight decay, label smoothing, averaging</source>
        <translation>数据增强、学习率调度、权重衰减、标签平滑、权重平均</translation>
    </message>
    <message>
        <source>Augmentation: turned, bent, shifted, stained, blurred and broken anew each time, so that the network learns digits and not pictures by heart</source>
        <translation>数据增强：每次重新旋转、弯曲、平移、加污渍、模糊、断笔，让网络学会数字，而不是死记图片</translation>
    </message>
    <message>
        <source>Schedule: rises over the first twentieth of the run, then falls to nothing along a cosine; otherwise it stays the same</source>
        <translation>学习率调度：在最初二十分之一的训练中上升，随后沿余弦降到零；不选则保持不变</translation>
    </message>
    <message>
        <source>How fast weights that nothing holds fade (AdamW); 0 to 10</source>
        <translation>没有用处的权重消退得多快（AdamW），0 到 10</translation>
    </message>
    <message>
        <source>Part of the target that is spread over all digits, against too much confidence; 0 to 0.9</source>
        <translation>把目标的一部分平均分给所有数字，以免过于自信，0 到 0.9</translation>
    </message>
    <message>
        <source>The network kept is a running mean over the steps with this decay, such as 0.999; 0 keeps that of the last step</source>
        <translation>保留的网络是各步权重按此衰减率的滑动平均，例如 0.999；0 表示保留最后一步的</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Weight de&amp;cay</source>
        <translation>权重衰减(&amp;C)</translation>
    </message>
    <message>
        <source>Label smooth&amp;ing</source>
        <translation>标签平滑(&amp;I)</translation>
    </message>
    <message>
        <source>Averagi&amp;ng</source>
        <translation>权重平均(&amp;N)</translation>
    </message>
    <message>
        <source>Shown below</source>
        <translation>已在下方展开</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>digitpad::NetworkDetail</name>
    <message>
        <source>What it gives</source>
        <translation>它给出的</translation>
    </message>
    <message>
        <source>What it looks for</source>
        <translation>它寻找的</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>它看到的</translation>
    </message>
    <message>
        <source>What it got</source>
        <translation>它得到的</translation>
    </message>
    <message>
        <source>The sum, written out</source>
        <translation>逐项写出的和</translation>
    </message>
    <message>
        <source>Softmax, step by step</source>
        <translation>逐步计算的 softmax</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Draw a digit on the pad to see what it gets</source>
        <translation>在画板上写一个数字，看看它得到什么</translation>
    </message>
    <message>
        <source>Its sum is a logit. Softmax turns the logits into probabilities.</source>
        <translation>它的和就是 logit，softmax 把各个 logit 变成概率。</translation>
    </message>
    <message>
        <source>It fires: %1</source>
        <translation>它被激活：%1</translation>
    </message>
    <message>
        <source>It is silent: 0</source>
        <translation>它没有激活：0</translation>
    </message>
    <message>
        <source>Row %1, column %2 gives %3. Click to see how that comes about.</source>
        <translation>第 %1 行第 %2 列给出 %3。单击可看它是怎样算出来的。</translation>
    </message>
    <message>
        <source>Red adds, blue takes away. Point at a square to see its numbers.</source>
        <translation>红色为加，蓝色为减。指向一个方格即可看到它的数值。</translation>
    </message>
    <message>
        <source>%1: weight %2</source>
        <comment>a pixel or a unit</comment>
        <translation>%1：权重 %2</translation>
    </message>
    <message>
        <source>%1: weight %2 × ink %3 = %4</source>
        <translation>%1：权重 %2 × 墨量 %3 = %4</translation>
    </message>
    <message>
        <source>%1: weight %2 × %3 = %4</source>
        <translation>%1：权重 %2 × %3 = %4</translation>
    </message>
</context>
<context>
    <name>digitpad::NetworkDiagram</name>
    <message>
        <source>The network, layer by layer</source>
        <translation>逐层展开的网络</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a unit, what it gives</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: at most %2, in row %3, column %4</source>
        <translation>%1：最大为 %2，在第 %3 行第 %4 列</translation>
    </message>
</context>
<context>
    <name>digitpad::NetworkView</name>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>%1: there is no number %2 there, only %3 to %4.</source>
        <translation>%1：没有编号 %2，只有 %3 到 %4。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Draw a digit on the pad, or choose a unit to see what it looks for</source>
        <translation>在画板上写一个数字，或选一个单元看看它在寻找什么</translation>
    </message>
</context>
<context>
    <name>digitpad::Pad</name>
    <message>
        <source>Centre and &amp;scale</source>
        <translation>居中并缩放(&amp;S)</translation>
    </message>
    <message>
        <source>Bring the drawing to the size and the place of the digits that the network has learnt from, before it is read</source>
        <translation>识别之前，先把所写的调整到网络学过的数字的大小和位置</translation>
    </message>
    <message>
        <source>Digit of the data</source>
        <translation>数据中的数字</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Draw instead</source>
        <translation>改为手写</translation>
    </message>
    <message>
        <source>%1 · %2 sure</source>
        <translation>%1 · 把握 %2</translation>
    </message>
    <message>
        <source>Not sure this is a digit</source>
        <translation>不确定这是不是数字</translation>
    </message>
</context>
<context>
    <name>digitpad::PageTabs</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>digitpad::PaperReader</name>
    <message>
        <source>It is read while you draw.</source>
        <translation>边写边认。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
</context>
<context>
    <name>digitpad::PictureDelegate</name>
    <message>
        <source>kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>kept, read as %1</source>
        <translation>已保存，原认作 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::PictureTable</name>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>What the network saw of %1</source>
        <translation>网络看到的 %1</translation>
    </message>
    <message>
        <source>The network saw nothing of it</source>
        <translation>网络什么也没看到</translation>
    </message>
    <message>
        <source>No digit</source>
        <translation>没有数字</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>把握 %1</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Network saw</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>正在等待引擎…</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>数 %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Number %1, kept; read as %2</source>
        <translation>数字 %1，已保存；原认作 %2</translation>
    </message>
    <message>
        <source>Not read. Press Ctrl+R to read it.</source>
        <translation>尚未识别。按 Ctrl+R 识别。</translation>
    </message>
</context>
<context>
    <name>digitpad::PictureTableView</name>
    <message>
        <source>Pictures and what was read in them</source>
        <translation>图片和识别结果</translation>
    </message>
</context>
<context>
    <name>digitpad::PicturesPage</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Clear &amp;all</source>
        <translation>全部清空(&amp;A)</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清空</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新识别(&amp;R)</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Ca&amp;ncel reading</source>
        <translation>取消识别(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Copy results</source>
        <translation>复制结果(&amp;C)</translation>
    </message>
    <message>
        <source>Copy results</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>&amp;Save results as CSV…</source>
        <translation>将结果存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Save results as CSV</source>
        <translation>将结果存为 CSV</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Only pictures on this computer can be opened. Save it first, then open it.</source>
        <translation>只能打开本机上的图片。请先保存下来再打开。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one and paste again.</source>
        <translation>剪贴板里没有图片。请先复制一张，再粘贴。</translation>
    </message>
    <message>
        <source>Save results</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>digits.csv</source>
        <comment>the name proposed for saved results</comment>
        <translation>识别结果.csv</translation>
    </message>
    <message>
        <source>Finds the ink on its paper, crops it and centres it, as MNIST&apos;s digits are.</source>
        <translation>从纸面上找出笔迹，裁剪并居中，和 MNIST 的数字一样。</translation>
    </message>
    <message>
        <source>Preparation of the pictures</source>
        <translation>图片的预处理</translation>
    </message>
    <message>
        <source>How a picture becomes the 28 × 28 pixels the network reads</source>
        <translation>怎样把图片变成网络读取的 28 × 28 像素</translation>
    </message>
    <message>
        <source>P&amp;reparation:</source>
        <translation>预处理(&amp;R)：</translation>
    </message>
    <message>
        <source>Pictures read</source>
        <translation>识别进度</translation>
    </message>
    <message>
        <source>There is no picture in %1. Choose another folder.</source>
        <translation>%1 里没有图片。请换一个文件夹。</translation>
    </message>
    <message>
        <source>Reading %1 of %2…</source>
        <translation>正在识别第 %1 张，共 %2 张…</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>正在查找图片…</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>已识别 %1 张</translation>
    </message>
    <message>
        <source>%1 · %2 not read</source>
        <translation>%1 · 未识别 %2 张</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考方式</translation>
    </message>
    <message>
        <source>Shrinks the whole picture to 28 × 28 pixels and does nothing else, as the reference program in Python does.</source>
        <translation>只把整张图片缩小到 28 × 28 像素，不做别的处理，与 Python 参考程序相同。</translation>
    </message>
    <message>
        <source>Show s&amp;teps</source>
        <translation>显示步骤(&amp;T)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>How the selected picture was read: paper, ink, digits, pixels</source>
        <translation>所选图片是怎样识别的：纸张、墨迹、数字、像素</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Find the digits</source>
        <translation>自动找出数字</translation>
    </message>
    <message>
        <source>&amp;Keep as</source>
        <translation>存为样本(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the selected digit with its right label, to learn from</source>
        <translation>把所选数字连同正确的标签存为样本，供网络学习</translation>
    </message>
    <message>
        <source>Select a picture that is read first</source>
        <translation>请先选择一张已识别的图片</translation>
    </message>
    <message>
        <source>Keep it as %1, to learn from</source>
        <translation>保存为 %1，供网络学习</translation>
    </message>
    <message>
        <source>Wrong? Choose the digit with ← and →, then press its key.</source>
        <translation>认错了？先用 ← → 选中那个数字，再按正确的键。</translation>
    </message>
    <message>
        <source>Wrong? Press the right digit’s key.</source>
        <translation>认错了？按正确数字的键。</translation>
    </message>
    <message>
        <source>This is a number. Choose its digit with ← and →, then press the key.</source>
        <translation>这是一个多位数。先用 ← → 选中一个数字，再按键。</translation>
    </message>
    <message>
        <source>Numbers are left out: choose their digits one by one.</source>
        <translation>多位数未保存：请逐个选择其中的数字。</translation>
    </message>
</context>
<context>
    <name>digitpad::PresentPage</name>
    <message>
        <source>%1 · %2</source>
        <comment>key · what it does</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上一次</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下一次</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Earlier: %1 of %2</source>
        <translation>回看：第 %1 次，共 %2 次</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>All digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>What else it could be</source>
        <translation>它还可能是什么</translation>
    </message>
    <message>
        <source>Live again</source>
        <translation>恢复实时</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
</context>
<context>
    <name>digitpad::ProbabilityBars</name>
    <message>
        <source>How sure the network is of each digit</source>
        <translation>网络对每个数字的把握</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>kept as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::ProgressLine</name>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
</context>
<context>
    <name>digitpad::QuizPage</name>
    <message>
        <source>&amp;End the quiz</source>
        <translation>结束测验(&amp;E)</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>There are no own samples yet. Correct a reading on the Draw page to keep one, or choose other digits.</source>
        <translation>还没有自己的样本。在“手写”页改正一次识别结果就会保存一个，也可以选别的数字。</translation>
    </message>
    <message>
        <source>MNIST is not here, so these digits are made up. The Training page downloads MNIST.</source>
        <translation>本机没有 MNIST，所以这些数字是合成的。可在“训练”页下载 MNIST。</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n digit(s).</source>
        <translation>
            <numerusform>只有 %n 个数字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody was right each time.</source>
        <translation>大家每次都对。</translation>
    </message>
    <message>
        <source>Somebody was wrong here. Click one to look inside.</source>
        <translation>这些有人认错了。点一个，看看网络内部。</translation>
    </message>
    <message>
        <source>The network was not fooled.</source>
        <translation>网络没有被骗过。</translation>
    </message>
    <message>
        <source>These fooled it. Click one to look inside.</source>
        <translation>这些骗过了网络。点一个，看看网络内部。</translation>
    </message>
    <message>
        <source>%1, number %2: %3</source>
        <translation>%1，第 %2 个：%3</translation>
    </message>
    <message>
        <source>%1
class %2 · network %3</source>
        <translation>%1
全班 %2 · 网络 %3</translation>
    </message>
    <message>
        <source>%1, read as %2</source>
        <translation>%1，被认成 %2</translation>
    </message>
    <message>
        <source>There is no such quiz: “%1”.</source>
        <translation>没有这种测验：“%1”。</translation>
    </message>
    <message>
        <source>A quiz has no digits “%1”.</source>
        <translation>测验里没有“%1”这种数字。</translation>
    </message>
    <message>
        <source>A quiz has 5, 10 or 20 rounds.</source>
        <translation>测验有 5、10 或 20 轮。</translation>
    </message>
    <message>
        <source>The seed of a quiz is a whole number from 0 to %1.</source>
        <translation>测验的随机种子是 0 到 %1 的整数。</translation>
    </message>
    <message>
        <source>A quiz is started or is not.</source>
        <translation>测验要么已开始，要么没有。</translation>
    </message>
</context>
<context>
    <name>digitpad::ResultCard</name>
    <message>
        <source>Training finished</source>
        <translation>训练完成</translation>
    </message>
    <message>
        <source>Stopped in epoch %1 of %2</source>
        <translation>已在第 %1 轮停止，共 %2 轮</translation>
    </message>
    <message>
        <source>&amp;Back to the settings</source>
        <translation>返回设置(&amp;B)</translation>
    </message>
    <message>
        <source>Change the settings and train again (Esc)</source>
        <translation>修改设置，重新训练 (Esc)</translation>
    </message>
    <message>
        <source>Trained for %1. What it had learnt until then is kept.</source>
        <translation>训练了 %1，停止前的训练成果已保留。</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln test digits read right</source>
        <translation>
            <numerusform>测试准确率，共测试 %Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>Learnt from %1 in %2.</source>
        <translation>用 %1训练，用时 %2。</translation>
    </message>
    <message>
        <source>mean loss. There were no digits to test on, so the accuracy is not known.</source>
        <translation>平均损失。没有测试数字，因此准确率未知。</translation>
    </message>
    <message>
        <source>The training came to a halt</source>
        <translation>训练自行停止</translation>
    </message>
    <message>
        <source>%1 The last good state is kept.</source>
        <translation>%1 最后的良好状态已保留。</translation>
    </message>
    <message>
        <source>Fine-tuning finished</source>
        <translation>微调完成</translation>
    </message>
    <message>
        <source>The network is only in memory: save it, or it is lost.</source>
        <translation>网络只在内存中：不保存就会丢失。</translation>
    </message>
    <message>
        <source>Kept as “%1” on the Runs page.</source>
        <translation>已在“记录”页保存为“%1”。</translation>
    </message>
</context>
<context>
    <name>digitpad::ResultPane</name>
    <message>
        <source>Another quiz</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Digits to look at again</source>
        <translation>值得再看的数字</translation>
    </message>
    <message>
        <source>Back to the choices, with the next seed (Ctrl+N)</source>
        <translation>回到选项，换下一个随机种子 (Ctrl+N)</translation>
    </message>
    <message>
        <source>The class has won</source>
        <translation>全班赢了</translation>
    </message>
    <message>
        <source>The network has won</source>
        <translation>网络赢了</translation>
    </message>
    <message>
        <source>A draw</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>Class %1 : %2 Network</source>
        <translation>全班 %1 : %2 网络</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>digitpad::ReviewView</name>
    <message>
        <source>A row for each digit, a column for what it was read as. Choose a cell to see its pictures.</source>
        <translation>每行是一个数字，每列是识别结果。点选一格可查看其中的图像。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln test digits were read right</source>
        <translation>
            <numerusform>全部 %Ln 个测试数字都识别正确</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 test digits were read wrong</source>
        <translation>%2 个测试数字中有 %1 个识别错误</translation>
    </message>
    <message>
        <source>No mistake of this kind</source>
        <translation>没有这样的错误</translation>
    </message>
    <message>
        <source>All mistakes, those first of which the network was surest</source>
        <translation>全部错误，网络把握最大的排在最前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistakes of this kind, those first of which the network was surest</source>
        <translation>
            <numerusform>%Ln 个这样的错误，网络把握最大的排在最前</numerusform>
        </translation>
    </message>
    <message>
        <source>A %1, read as %2: %3 sure</source>
        <translation>%1 被识别为 %2，把握 %3</translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Reading the test digits…</source>
        <translation>正在识别测试数字…</translation>
    </message>
</context>
<context>
    <name>digitpad::RunDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation>训练的名称</translation>
    </message>
    <message>
        <source>Note about the run</source>
        <translation>训练的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>digitpad::RunLog</name>
    <message>
        <source>Training log</source>
        <translation>训练日志</translation>
    </message>
</context>
<context>
    <name>digitpad::RunPanel</name>
    <message>
        <source>Learning &amp;rate</source>
        <translation>学习率(&amp;R)</translation>
    </message>
    <message>
        <source>Learning rate of this run</source>
        <translation>本次训练的学习率</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>正在训练 %1</translation>
    </message>
    <message>
        <source>batch size %1, seed %2, on %3</source>
        <translation>批大小 %1，种子 %2，设备 %3</translation>
    </message>
    <message>
        <source>Holds from the next batch on; the schedule rises and falls below it.</source>
        <translation>从下一批起生效；学习率调度在此之下升降。</translation>
    </message>
    <message>
        <source>Holds from the next batch on.</source>
        <translation>从下一批起生效。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>Fine-tuning %1</source>
        <translation>正在微调%1</translation>
    </message>
</context>
<context>
    <name>digitpad::RunTable</name>
    <message>
        <source>%1 of %2</source>
        <comment>epochs done of those wanted</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Compare this run with the others that are ticked</source>
        <translation>与其他勾选的训练对比</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>digitpad::RunTableView</name>
    <message>
        <source>Training runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>digitpad::RunView</name>
    <message>
        <source>Save the chart</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save the points</source>
        <translation>保存数据点</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>digitpad::RunsPage</name>
    <message>
        <source>&amp;Use on the Draw page</source>
        <translation>用于“手写”页(&amp;U)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>&amp;Save model as…</source>
        <translation>模型另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save model as</source>
        <translation>模型另存为</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare &amp;none</source>
        <translation>取消全部对比(&amp;N)</translation>
    </message>
    <message>
        <source>Compare none</source>
        <translation>取消全部对比</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Edit n&amp;ote</source>
        <translation>编辑备注(&amp;O)</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save chart as &amp;PNG…</source>
        <translation>图表保存为 PNG(&amp;P)…</translation>
    </message>
    <message>
        <source>Save chart as PNG</source>
        <translation>图表保存为 PNG</translation>
    </message>
    <message>
        <source>Save chart as S&amp;VG…</source>
        <translation>图表保存为 SVG(&amp;V)…</translation>
    </message>
    <message>
        <source>Save chart as SVG</source>
        <translation>图表保存为 SVG</translation>
    </message>
    <message>
        <source>Save poin&amp;ts as CSV…</source>
        <translation>数据点保存为 CSV(&amp;T)…</translation>
    </message>
    <message>
        <source>Save points as CSV</source>
        <translation>数据点保存为 CSV</translation>
    </message>
    <message>
        <source>Save ta&amp;ble as CSV…</source>
        <translation>列表保存为 CSV(&amp;B)…</translation>
    </message>
    <message>
        <source>Save table as CSV</source>
        <translation>列表保存为 CSV</translation>
    </message>
    <message>
        <source>E&amp;xport run…</source>
        <translation>导出训练(&amp;X)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Import runs…</source>
        <translation>导入训练(&amp;I)…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The runs are not shown</source>
        <translation>未显示训练记录</translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation>请先选择一次训练</translation>
    </message>
    <message>
        <source>Select one run</source>
        <translation>请只选择一次训练</translation>
    </message>
    <message>
        <source>This run has kept no network</source>
        <translation>这次训练没有保留网络</translation>
    </message>
    <message>
        <source>The database can only be read</source>
        <translation>数据库为只读</translation>
    </message>
    <message>
        <source>Select a run or tick some first</source>
        <translation>请先选择或勾选训练</translation>
    </message>
    <message>
        <source>The engine is loading</source>
        <translation>引擎正在加载</translation>
    </message>
    <message>
        <source>A network is being loaded</source>
        <translation>正在加载网络</translation>
    </message>
    <message>
        <source>No run is ticked</source>
        <translation>没有勾选任何训练</translation>
    </message>
    <message>
        <source>It is training: stop that first</source>
        <translation>正在训练，请先停止</translation>
    </message>
    <message>
        <source>There are no runs</source>
        <translation>没有训练记录</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Models (*.pth)</source>
        <translation>模型 (*.pth)</translation>
    </message>
    <message>
        <source>“%1” is deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs are deleted</source>
        <translation>
            <numerusform>已删除 %Ln 次训练</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save the points</source>
        <translation>保存数据点</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>导出训练</translation>
    </message>
    <message>
        <source>Digitpad runs (*.%1)</source>
        <translation>Digitpad 训练记录 (*.%1)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation>导入训练</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs imported</source>
        <translation>
            <numerusform>已导入 %Ln 次训练</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a run to see its curves, or tick several to compare them</source>
        <translation>选择一次训练即可查看曲线，勾选多次可对比</translation>
    </message>
    <message>
        <source>same data and options</source>
        <translation>数据和选项相同</translation>
    </message>
    <message numerus="yes">
        <source>%Ln points are damaged and left out</source>
        <translation>
            <numerusform>%Ln 个数据点已损坏，未计入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln 次训练</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln compared</source>
        <translation>
            <numerusform>对比 %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged ones left out</source>
        <translation>
            <numerusform>%Ln 条损坏的记录未列出</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be changed</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>The chart as a picture, or tables for other programs</source>
        <translation>把图表保存为图片，或导出供其他程序使用的表格</translation>
    </message>
    <message>
        <source>Of the runs 0 to %1 can be compared here.</source>
        <translation>这里可以比较 0 到 %1 次训练。</translation>
    </message>
</context>
<context>
    <name>digitpad::RunsPlaceholder</name>
    <message>
        <source>Reading the runs…</source>
        <translation>正在读取训练记录…</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有训练记录</translation>
    </message>
    <message>
        <source>Every training run is kept here with its curves, its options and its network, to be compared with others. Train a network, or drop a run that somebody gave you.</source>
        <translation>每次训练都会连同曲线、选项和网络保存在这里，方便相互对比。去训练一个网络，或者把别人给的训练文件拖到这里。</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>无法读取训练记录</translation>
    </message>
</context>
<context>
    <name>digitpad::SampleGrid</name>
    <message>
        <source>read %1</source>
        <translation>认作 %1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>digitpad::SampleLook</name>
    <message>
        <source>The network read %1, %2 sure</source>
        <translation>网络认作 %1，把握 %2</translation>
    </message>
    <message>
        <source>How it was written</source>
        <translation>当时的笔迹</translation>
    </message>
    <message>
        <source>The selected sample</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>This is %1</source>
        <translation>这是 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::SampleModel</name>
    <message>
        <source>%1, read as %2</source>
        <translation>%1，认作 %2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <comment>a digit, a name</comment>
        <translation>%1，%2 书写</translation>
    </message>
</context>
<context>
    <name>digitpad::SamplesPage</name>
    <message>
        <source>&amp;Teach the network this hand</source>
        <translation>让网络学习这份笔迹(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Label as</source>
        <translation>标为(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>显示全部(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Drawings (a file of labelled ink)…</source>
        <translation>笔迹（带标签的笔迹文件）(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Pictures (a folder for each digit)…</source>
        <translation>图片（每个数字一个文件夹）(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;IDX files, as MNIST&apos;s (a folder)…</source>
        <translation>IDX 文件，格式同 MNIST（一个文件夹）(&amp;I)…</translation>
    </message>
    <message>
        <source>Wait until what is going on is done</source>
        <translation>请等当前操作完成</translation>
    </message>
    <message>
        <source>Select samples first</source>
        <translation>请先选择样本</translation>
    </message>
    <message>
        <source>There are no samples yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>All of them are shown</source>
        <translation>已显示全部样本</translation>
    </message>
    <message>
        <source>These are %1</source>
        <translation>将所选样本标为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are labelled %1 now</source>
        <translation>
            <numerusform>已将 %Ln 个样本标为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples deleted</source>
        <translation>
            <numerusform>已删除 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are by nobody named now</source>
        <translation>
            <numerusform>已清除 %Ln 个样本的书写者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are by %1 now</source>
        <translation>
            <numerusform>已将 %Ln 个样本归于 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>导出样本</translation>
    </message>
    <message>
        <source>Labelled ink (*.jsonl)</source>
        <translation>带标签的笔迹 (*.jsonl)</translation>
    </message>
    <message>
        <source>samples.jsonl</source>
        <comment>the name proposed for exported samples</comment>
        <translation>样本.jsonl</translation>
    </message>
    <message>
        <source>Export samples into an empty folder</source>
        <translation>将样本导出到空文件夹</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>导入样本</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Importing… Pictures may take minutes.</source>
        <translation>正在导入…图片可能需要几分钟。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples exported to %1</source>
        <translation>
            <numerusform>已将 %Ln 个样本导出到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left out: they came from pictures and have no strokes.</source>
        <translation>
            <numerusform>略过 %Ln 个：它们来自图片，没有笔画。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are damaged and left out (%1).</source>
        <translation>
            <numerusform>略过 %Ln 个已损坏的样本（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples added.</source>
        <translation>
            <numerusform>已添加 %Ln 个样本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln 个早已存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other files in the folder are no pictures of digits.</source>
        <translation>
            <numerusform>文件夹中另有 %Ln 个文件不是数字图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln 个无法读取，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop one file or one folder at a time.</source>
        <translation>每次请只拖入一个文件或文件夹。</translation>
    </message>
    <message>
        <source>Samples are a folder of IDX files, a folder with one of pictures for each digit, or a .jsonl file of drawings.</source>
        <translation>样本可以是存有 IDX 文件的文件夹、按数字分子文件夹存放图片的文件夹，或 .jsonl 笔迹文件。</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>Who wrote the selected samples</source>
        <translation>所选样本的书写者</translation>
    </message>
    <message>
        <source>Who writes now</source>
        <translation>现在谁在写</translation>
    </message>
    <message>
        <source>There is nowhere to keep samples yet</source>
        <translation>样本库还没有准备好</translation>
    </message>
    <message>
        <source>Teach the network your own hand</source>
        <translation>让网络认识你的笔迹</translation>
    </message>
    <message>
        <source>Draw a digit on the Draw page and click what it is, or press its key: it is kept here.
In Pictures, select one and press the key. Confirm what was read right, too:
a few of each digit are enough to begin with.</source>
        <translation>在手写页写一个数字，点一下它是几，或按它的键，就会保存到这里。
在图片页选中一张图片，再按它的键。认对的也请确认：
每个数字有几个样本就可以开始了。</translation>
    </message>
    <message>
        <source>Whose samples are shown</source>
        <translation>显示谁的样本</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>书写者</translation>
    </message>
    <message>
        <source>Goes with whatever is kept from now on</source>
        <translation>此后保存的样本都会署上这个名字</translation>
    </message>
    <message>
        <source>The samples can only be read</source>
        <translation>样本库是只读的</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>There is no such sample</source>
        <translation>没有这样的样本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples selected</source>
        <translation>
            <numerusform>已选择 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a sample to look at it</source>
        <translation>选择一个样本来查看</translation>
    </message>
    <message>
        <source>A name for all of them</source>
        <translation>为它们统一署名</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>%Ln 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln selected</source>
        <translation>
            <numerusform>%1 · 已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were there with another label, which stays.</source>
        <translation>
            <numerusform>其中 %Ln 个已有样本的标签不同，保留原标签。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digitpad::SamplesRow</name>
    <message>
        <source>&amp;Own samples</source>
        <translation>自己的样本(&amp;O)</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>所有人的</translation>
    </message>
    <message>
        <source>Whose samples</source>
        <translation>谁的样本</translation>
    </message>
    <message>
        <source>Whose samples to learn from</source>
        <translation>用谁的样本来训练</translation>
    </message>
    <message>
        <source>There are none yet: Digitpad keeps one each time you correct what it reads</source>
        <translation>还没有样本：每次纠正识别结果，Digitpad 就会保存一个</translation>
    </message>
    <message>
        <source>What you corrected. Where there are %1 or more, about every fifth is kept aside to be tested on</source>
        <translation>你纠正过的数字。达到 %1 个时，约五分之一留出用于测试</translation>
    </message>
</context>
<context>
    <name>digitpad::SourceRow</name>
    <message>
        <source>&amp;Choose another…</source>
        <translation>选择其他(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Forget “%1”</source>
        <translation>不再使用“%1”(&amp;F)</translation>
    </message>
    <message>
        <source>%1: %2 to learn from, %3 to test on</source>
        <translation>%1：%2 个用于训练，%3 个用于测试</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a file, its digits</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>digitpad::StartPane</name>
    <message>
        <source>Who reads better, the class or the network?</source>
        <translation>谁更会认数字，全班还是网络？</translation>
    </message>
    <message>
        <source>Guess hard digits</source>
        <translation>猜难认的数字</translation>
    </message>
    <message>
        <source>Fool the network</source>
        <translation>骗过网络</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>How far the digits are found</source>
        <translation>查找数字的进度</translation>
    </message>
    <message>
        <source>The same seed gives the same quiz, on every machine</source>
        <translation>同样的随机种子在每台机器上给出同样的测验</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The class votes for what it sees. Then the network answers, and the truth is told.</source>
        <translation>全班先投票，然后网络回答，最后揭晓正确答案。</translation>
    </message>
    <message>
        <source>Draw a 4 that it reads as a 9, and that is still a 4 for everybody.</source>
        <translation>写一个 4，让网络认成 9，而大家看来仍是 4。</translation>
    </message>
    <message>
        <source>Where the digits to guess come from</source>
        <translation>要猜的数字从哪里来</translation>
    </message>
    <message>
        <source>The class draws them itself</source>
        <translation>由全班自己来写</translation>
    </message>
    <message>
        <source>Begin the quiz (Enter)</source>
        <translation>开始测验 (Enter)</translation>
    </message>
    <message>
        <source>Looking for hard digits…</source>
        <translation>正在找难认的数字…</translation>
    </message>
</context>
<context>
    <name>digitpad::StatusBar</name>
    <message>
        <source>Built-in model</source>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>当前模型</translation>
    </message>
    <message>
        <source>Device that computes</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Time of the last reading</source>
        <translation>上次识别用时</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>Read in %1 ms</source>
        <translation>识别用时 %1 毫秒</translation>
    </message>
    <message>
        <source>Reference model</source>
        <translation>参考模型</translation>
    </message>
</context>
<context>
    <name>digitpad::StepsPane</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a digit, how sure it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>The paper on which digits were looked for; the rest is dimmed</source>
        <translation>在这张纸上寻找数字；其余部分变暗</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>What was found to be ink, without shadows, stains and printed lines</source>
        <translation>被认作墨迹的部分，不含阴影、污渍和印刷线条</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>What is in one box was read as one digit</source>
        <translation>每个框里的内容当作一个数字来识别</translation>
    </message>
    <message>
        <source>What the network saw</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>The 28 × 28 pixels of each digit, what it was read as, and how sure the network is</source>
        <translation>每个数字的 28 × 28 像素、识别结果以及网络的把握</translation>
    </message>
    <message>
        <source>How the picture was read, step by step</source>
        <translation>图片是怎样一步步识别的</translation>
    </message>
    <message>
        <source>Looking at the picture…</source>
        <translation>正在查看图片…</translation>
    </message>
    <message>
        <source>Select a picture to see how it was read.</source>
        <translation>选择一张图片，查看它是怎样识别的。</translation>
    </message>
    <message>
        <source>All of the picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>%1 of the picture</source>
        <translation>占图片的 %1</translation>
    </message>
    <message>
        <source>%1 of the paper</source>
        <translation>占纸张的 %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>No digit found</source>
        <translation>没有找到数字</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>正在等待引擎…</translation>
    </message>
    <message>
        <source>28 × 28 pixels</source>
        <translation>28 × 28 像素</translation>
    </message>
    <message>
        <source>Taken as it is: the reference looks for no ink</source>
        <translation>原样采用：参考方式不寻找墨迹</translation>
    </message>
    <message>
        <source>Taken as it is: 28 × 28 pixels, light on black</source>
        <translation>原样采用：28 × 28 像素，黑底亮字</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Nothing clear enough</source>
        <translation>没有足够清晰的墨迹</translation>
    </message>
</context>
<context>
    <name>digitpad::TrainingActions</name>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Use on the Draw page</source>
        <translation>用于“手写”页(&amp;U)</translation>
    </message>
    <message>
        <source>Save &amp;model as…</source>
        <translation>模型另存为(&amp;M)…</translation>
    </message>
    <message>
        <source>Save &amp;chart as PNG…</source>
        <translation>将曲线存为 PNG(&amp;C)…</translation>
    </message>
    <message>
        <source>Save &amp;points as CSV…</source>
        <translation>将数据点存为 CSV(&amp;P)…</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stop training</source>
        <translation>停止训练(&amp;S)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show the &amp;digits</source>
        <translation>查看数字(&amp;D)</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>查看数字</translation>
    </message>
    <message>
        <source>Not while it trains</source>
        <translation>训练时不可用</translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>&amp;Pause training</source>
        <translation>暂停训练(&amp;P)</translation>
    </message>
    <message>
        <source>One &amp;epoch more</source>
        <translation>再训练一轮(&amp;E)</translation>
    </message>
    <message>
        <source>Look at the mis&amp;takes</source>
        <translation>查看错误(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Continue training</source>
        <translation>恢复训练(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go on with the run</source>
        <translation>继续这次训练(&amp;G)</translation>
    </message>
    <message>
        <source>Save chart as S&amp;VG…</source>
        <translation>将曲线保存为 SVG(&amp;V)…</translation>
    </message>
    <message>
        <source>Throw the run a&amp;way</source>
        <translation>丢弃这次训练(&amp;W)</translation>
    </message>
</context>
<context>
    <name>digitpad::TrainingForm</name>
    <message>
        <source>How many times the network sees all the digits</source>
        <translation>所有数字要学几遍</translation>
    </message>
    <message>
        <source>How many digits it sees before it changes a little</source>
        <translation>每看多少个数字调整一次参数</translation>
    </message>
    <message>
        <source>How much it changes each time</source>
        <translation>每次调整的幅度</translation>
    </message>
    <message>
        <source>The same seed gives the same network, number for number</source>
        <translation>种子相同，训练出的参数就分毫不差</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>用什么设备计算</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮次(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>批量大小(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>学习率(&amp;L)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>随机种子(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>设备(&amp;V)</translation>
    </message>
    <message>
        <source>Automatic (the first GPU)</source>
        <translation>自动（第一块 GPU）</translation>
    </message>
    <message>
        <source>The only device there is; a LibTorch with CUDA adds each GPU</source>
        <translation>只有这一个设备；换用支持 CUDA 的 LibTorch 后可使用 GPU</translation>
    </message>
    <message>
        <source>The devices are known once the recognition engine is loaded</source>
        <translation>识别引擎加载后才知道有哪些设备</translation>
    </message>
    <message>
        <source>simple-nn: one hidden layer, to learn from</source>
        <translation>simple-nn：一个隐藏层，适合学习</translation>
    </message>
    <message>
        <source>convnet: convolutions, to read with</source>
        <translation>convnet：卷积网络，适合识别</translation>
    </message>
    <message>
        <source>simple-nn has 784 inputs, 128 hidden units and 10 outputs and takes seconds. convnet is trained on varied digits and on what is no digit, and takes half an hour</source>
        <translation>simple-nn 有 784 个输入、128 个隐藏单元和 10 个输出，几秒钟就能训练好。convnet 用变化多样的数字和不是数字的图形训练，需要半小时左右</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>网络(&amp;W)</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>参考文章</translation>
    </message>
    <message>
        <source>The carried %1</source>
        <comment>a network</comment>
        <translation>内置的 %1</translation>
    </message>
    <message>
        <source>5 epochs, batch size 64, learning rate 0.001, seed 42: the recipe of the reference program in Python, which reaches about 97.5 % on MNIST&apos;s test set. The simple-nn that Digitpad carries was made by it</source>
        <translation>5 轮，批量大小 64，学习率 0.001，种子 42：参考的 Python 程序的训练方案，在 MNIST 测试集上约为 97.5 %。Digitpad 内置的 simple-nn 就是这样训练的</translation>
    </message>
    <message>
        <source>The recipe of the %1 that Digitpad carries, which learnt from MNIST, pen strokes, %2 synthetic digits and %3 pictures of no digit</source>
        <translation>Digitpad 内置的 %1 的训练方案；它学过 MNIST、笔迹、%2 个合成数字和 %3 张不是数字的图片</translation>
    </message>
    <message>
        <source>Own recipe</source>
        <translation>自定义方案</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设方案</translation>
    </message>
    <message>
        <source>There is no network “%1”.</source>
        <translation>没有名为“%1”的网络。</translation>
    </message>
    <message>
        <source>These training options cannot be set: %1</source>
        <translation>无法设置这些训练选项：%1</translation>
    </message>
</context>
<context>
    <name>digitpad::TrainingPage</name>
    <message>
        <source>Reading the data…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>Stopped before the first batch</source>
        <translation>在第一个批次之前就停止了</translation>
    </message>
    <message>
        <source>The recognition engine is still being loaded</source>
        <translation>识别引擎还在加载</translation>
    </message>
    <message>
        <source>The recognition engine could not be loaded</source>
        <translation>无法加载识别引擎</translation>
    </message>
    <message>
        <source>Stopping after this batch</source>
        <translation>当前批次结束后停止</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Models (*.pth)</source>
        <translation>模型 (*.pth)</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>已停止，用时 %1</translation>
    </message>
    <message>
        <source>Finished in %1</source>
        <translation>已完成，用时 %1</translation>
    </message>
    <message>
        <source>own model, %1</source>
        <translation>自己训练的模型，%1</translation>
    </message>
    <message>
        <source>own model</source>
        <translation>自己训练的模型</translation>
    </message>
    <message>
        <source>%1 to learn from, %2 to test on; batch size %3, learning rate %4, seed %5, on %6</source>
        <translation>用 %1训练，%2 个测试数字；批量大小 %3，学习率 %4，随机种子 %5，设备 %6</translation>
    </message>
    <message>
        <source>The training that was kept cannot be gone on with: %1</source>
        <translation>保留的训练无法继续：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The training goes on, but it would be lost if Digitpad ended now: %1</source>
        <translation>训练继续进行，但若 Digitpad 此时退出，训练成果将会丢失：%1</translation>
    </message>
    <message>
        <source>A network was trained here and not saved.</source>
        <translation>这里有一个训练好但尚未保存的网络。</translation>
    </message>
    <message>
        <source>A training was interrupted in epoch %1 of %2.</source>
        <translation>有一次训练在第 %1 轮（共 %2 轮）中断。</translation>
    </message>
    <message>
        <source>A training is going on: stop it first, or let it end</source>
        <translation>正在训练：请先停止，或等它结束</translation>
    </message>
    <message>
        <source>%1, my hand</source>
        <comment>a network</comment>
        <translation>%1，我的笔迹</translation>
    </message>
    <message>
        <source>%1, the hand of %2</source>
        <comment>a network</comment>
        <translation>%1，%2 的笔迹</translation>
    </message>
    <message>
        <source>%1 learns on. %2</source>
        <translation>%1 继续学习。%2</translation>
    </message>
    <message>
        <source>The run was thrown away.</source>
        <translation>已丢弃这次训练。</translation>
    </message>
    <message>
        <source>The run is thrown away</source>
        <translation>已丢弃这次训练</translation>
    </message>
    <message>
        <source>Another run has taken its place: it cannot come back.</source>
        <translation>另一次训练已取代它，无法恢复。</translation>
    </message>
    <message>
        <source>The run is back.</source>
        <translation>这次训练已恢复。</translation>
    </message>
    <message>
        <source>This training would be lost if Digitpad ended now: another one that is open keeps its own, or the folder for it cannot be written.</source>
        <translation>如果 Digitpad 现在退出，这次训练就会丢失：另一个打开的 Digitpad 正在保存它自己的训练，或者保存用的文件夹无法写入。</translation>
    </message>
    <message>
        <source>Training is still running: stop it first.</source>
        <translation>训练仍在进行：请先停止。</translation>
    </message>
</context>
<context>
    <name>digitpad::UnitGrid</name>
    <message>
        <source>Units of the layer</source>
        <translation>这一层的单元</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>Output “%1”</source>
        <translation>输出“%1”</translation>
    </message>
    <message>
        <source>%1: off</source>
        <translation>%1：关闭</translation>
    </message>
    <message>
        <source>%1: on</source>
        <translation>%1：开启</translation>
    </message>
    <message>
        <source>%1: × %2</source>
        <translation>%1：× %2</translation>
    </message>
    <message>
        <source>gives %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 of %2 are off.</source>
        <translation>共 %2 个，关闭 %1 个。</translation>
    </message>
</context>
<context>
    <name>digitpad::VoteBars</name>
    <message>
        <source>Votes of the class</source>
        <translation>全班的票数</translation>
    </message>
    <message>
        <source>A vote for %1 (key %1)</source>
        <translation>给 %1 投一票（按 %1）</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n vote(s)</source>
        <translation>
            <numerusform>%1：%n 票</numerusform>
        </translation>
    </message>
    <message>
        <source>No votes yet</source>
        <translation>还没有票</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>正确答案是 %1</translation>
    </message>
</context>
<context>
    <name>digitpad::WhyMind</name>
    <message>
        <source>&amp;Add ink</source>
        <translation>添墨(&amp;A)</translation>
    </message>
    <message>
        <source>Rub &amp;out</source>
        <translation>擦除(&amp;O)</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>What would change its mind?</source>
        <translation>怎样会让它改变主意？</translation>
    </message>
    <message>
        <source>What it is to be read as</source>
        <translation>要识别成什么</translation>
    </message>
    <message>
        <source>any other digit</source>
        <translation>任何别的数字</translation>
    </message>
    <message>
        <source>Size of a touch in pixels</source>
        <translation>每一笔的大小（像素）</translation>
    </message>
    <message>
        <source>Read as:</source>
        <translation>识别成：</translation>
    </message>
    <message>
        <source>Pixels:</source>
        <translation>像素：</translation>
    </message>
    <message>
        <source>Show it on the pad</source>
        <translation>放到画板上</translation>
    </message>
    <message>
        <source>Put what is shown on the pad, to see how it is read</source>
        <translation>把所示内容放到画板上，看看会识别成什么</translation>
    </message>
    <message>
        <source>Stop loo&amp;king</source>
        <translation>停止寻找(&amp;K)</translation>
    </message>
    <message>
        <source>Loo&amp;k for it</source>
        <translation>寻找(&amp;K)</translation>
    </message>
    <message>
        <source>There is nothing on the pad</source>
        <translation>画板上没有内容</translation>
    </message>
    <message>
        <source>Adding ink or rubbing out must be allowed</source>
        <translation>至少要允许添墨或擦除</translation>
    </message>
    <message>
        <source>Look for the fewest touches with which it is read otherwise</source>
        <translation>寻找能让它识别成别的数字的最少改动</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在寻找…</translation>
    </message>
    <message>
        <source>The fewest pixels or strokes to change</source>
        <translation>最少要改动的像素或笔画</translation>
    </message>
    <message>
        <source>Smallest changes found:</source>
        <translation>找到的最小改动：</translation>
    </message>
    <message>
        <source>Nothing this small changes its mind.</source>
        <translation>这样小的改动都不能让它改变主意。</translation>
    </message>
    <message>
        <source>Add %1: then it is %2</source>
        <comment>touches, a digit</comment>
        <translation>添 %1 处：变成 %2</translation>
    </message>
    <message>
        <source>Rub out %1: then it is %2</source>
        <comment>touches, a digit</comment>
        <translation>擦 %1 处：变成 %2</translation>
    </message>
    <message>
        <source>Add %1, rub out %2: then it is %3</source>
        <comment>touches, touches, a digit</comment>
        <translation>添 %1 处、擦 %2 处：变成 %3</translation>
    </message>
    <message>
        <source>Without stroke %1: then it is %2</source>
        <translation>去掉第 %1 笔：变成 %2</translation>
    </message>
    <message>
        <source>Without the last %1 % of stroke %2: then it is %3</source>
        <translation>去掉第 %2 笔的末尾 %1%：变成 %3</translation>
    </message>
    <message>
        <source>Without the first %1 % of stroke %2: then it is %3</source>
        <translation>去掉第 %2 笔的开头 %1%：变成 %3</translation>
    </message>
</context>
<context>
    <name>digitpad::WhyView</name>
    <message>
        <source>How the output adds up</source>
        <translation>输出是怎样加起来的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么是</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>而不是</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>exact shares</source>
        <translation>精确贡献</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>covering it bit by bit</source>
        <translation>逐块遮挡</translation>
    </message>
    <message>
        <source>the digit it is</source>
        <translation>识别出的数字</translation>
    </message>
    <message>
        <source>(nothing else)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>%1: there is no “%2” here.</source>
        <translation>%1：这里没有“%2”。</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>不像 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>像 %1</translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation>为什么是 %1？</translation>
    </message>
    <message>
        <source>Why %1 and not %2?</source>
        <translation>为什么是 %1 而不是 %2？</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Draw a digit on the pad</source>
        <translation>在画板上写一个数字</translation>
    </message>
    <message>
        <source>Each pixel&apos;s share</source>
        <translation>每个像素的贡献</translation>
    </message>
    <message>
        <source>Point at a pixel to see its share.</source>
        <translation>指向一个像素即可看到它的贡献。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Row %1, column %2: ink %3, share %4</source>
        <translation>第 %1 行第 %2 列：墨量 %3，贡献 %4</translation>
    </message>
    <message>
        <source>Around row %1, column %2 covered, it changes by %3</source>
        <translation>遮住第 %1 行第 %2 列周围后，变化 %3</translation>
    </message>
</context>
</TS>
