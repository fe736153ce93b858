// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/data_fields.h"

#include "app/training/download_field.h"
#include "app/training/source_row.h"
#include "tests/app/fake_mirror.h"
#include "tests/core/gzip.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"

#include <QAction>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QNetworkProxyFactory>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace digitpad;
using tests::Answer;
using tests::FakeMirror;

namespace {

const std::string kSample = R"({"label": 7, "strokes": [[[1, 2], [3, 4], [5, 9]]]})";

struct Desk {
    Desk()
    {
        DownloadPlan plan{
            .folder = downloads.filePath(QStringLiteral("mnist")),
            .files = {},
            .mirrors = {mirror.url()}};
        const std::pair<const char*, std::string> files[] = {
            {"train-images-idx3-ubyte", tests::idxImages(3)},
            {"train-labels-idx1-ubyte", tests::idxLabels(3)},
            {"t10k-images-idx3-ubyte", tests::idxImages(2)},
            {"t10k-labels-idx1-ubyte", tests::idxLabels(2)}};
        for (const auto& [name, content] : files) {
            const QByteArray packed = QByteArray::fromStdString(tests::gzip(content));
            plan.files << PublishedFile{
                .name = QString::fromLatin1(name),
                .packed = packed.size(),
                .bytes = static_cast<qint64>(content.size()),
                .sha256 = QCryptographicHash::hash(
                              QByteArray::fromStdString(content), QCryptographicHash::Sha256)
                              .toHex()};
            mirror.set(plan.files.last().name + QStringLiteral(".gz"), {Answer{.body = packed}});
        }
        fields = std::make_unique<DataFields>(plan, &look);
        fields->show();
    }

    SourceRow* row(qsizetype which) const { return fields->findChildren<SourceRow*>().at(which); }
    SourceRow* mnist() const { return row(0); }
    SourceRow* ink() const { return row(1); }
    SourceRow* pictures() const { return row(2); }
    DownloadField* download() const { return fields->findChild<DownloadField*>(); }
    QCheckBox* synthetic() const
    {
        for (auto* box : fields->findChildren<QCheckBox*>()) {
            if (box->text().contains(QStringLiteral("ynthetic"))) {
                return box;
            }
        }
        return nullptr;
    }
    bool says(const QString& words) const
    {
        for (const QLabel* label : fields->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) {
                return true;
            }
        }
        return false;
    }

    QTemporaryDir downloads;
    FakeMirror mirror;
    QAction look;
    std::unique_ptr<DataFields> fields;
};

QString nameOf(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

class DataFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }

    void mixesSources();
    void saysWhyItIsNotReady();
    void asksForAFileWhereNoneIsChosen();
    void takesADroppedFile();
    void forgetsAChoice();
    void remembersTheChoice();
    void understandsTheSettingsOfBefore();
    void downloadsMnist();
    void saysWhatWentWrongAndTriesAgain();
    void offersToDoWithout();
    void cancelsTheDownload();

private:
    QTemporaryDir m_settings;
};

void DataFieldsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("digitpad-test"));
    QNetworkProxyFactory::setUseSystemConfiguration(false);
}

void DataFieldsTest::mixesSources()
{
    const tests::TemporaryFolder folder;
    const auto ink = folder.write("ink.jsonl", kSample + '\n' + kSample + '\n');
    (void)folder.write("pictures/4/a.png", "a picture that is looked at when it is read");
    Desk desk;
    QVERIFY(desk.fields->whyNotReady().isEmpty());
    QCOMPARE(desk.fields->sources().synthetic, std::size_t{20'000});
    QCOMPARE(desk.fields->sources().syntheticTest, std::size_t{2'000});
    QVERIFY(!desk.fields->sources().mnist);

    desk.ink()->setChosen(nameOf(ink));
    desk.ink()->setTicked(true);
    desk.pictures()->setChosen(nameOf(folder.path() / "pictures"));
    desk.pictures()->setTicked(true);
    QTRY_VERIFY(desk.fields->whyNotReady().isEmpty());
    QTRY_VERIFY(desk.says(QStringLiteral("2"))); // how many there are, beside the file
    const DataSources sources = desk.fields->sources();
    QCOMPARE(sources.ink, ink.string());
    QCOMPARE(sources.pictures, (folder.path() / "pictures").string());
    QCOMPARE(sources.synthetic, std::size_t{20'000});

    desk.synthetic()->setChecked(false);
    QCOMPARE(desk.fields->sources().synthetic, std::size_t{0});
    QVERIFY(desk.fields->whyNotReady().isEmpty());
}

void DataFieldsTest::saysWhyItIsNotReady()
{
    const tests::TemporaryFolder folder;
    Desk desk;
    desk.synthetic()->setChecked(false);
    QVERIFY(desk.fields->whyNotReady().contains(QStringLiteral("Tick something")));
    desk.mnist()->setTicked(true);
    QTRY_VERIFY(desk.fields->whyNotReady().contains(QStringLiteral("Download MNIST first")));
    desk.mnist()->setTicked(false);
    desk.ink()->setTicked(true);
    QVERIFY(desk.fields->whyNotReady().contains(QStringLiteral("Choose what is ticked")));
    desk.ink()->setChosen(nameOf(folder.write("a.jsonl", kSample + "\n{\n")));
    QVERIFY(desk.fields->whyNotReady().contains(QStringLiteral("Looking")));
    QTRY_VERIFY(desk.fields->whyNotReady().contains(QStringLiteral("nothing to learn from")));
    QVERIFY(desk.says(QStringLiteral("a.jsonl:2")));
}

void DataFieldsTest::asksForAFileWhereNoneIsChosen()
{
    Desk desk;
    auto* tick = desk.ink()->findChild<QCheckBox*>();
    tick->click();
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    dialog->reject();
    QVERIFY(!tick->isChecked());

    const tests::TemporaryFolder folder;
    tick->click();
    QTRY_VERIFY(QApplication::activeModalWidget());
    dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    Q_EMIT dialog->fileSelected(nameOf(folder.write("a.jsonl", kSample)));
    dialog->close();
    QVERIFY(tick->isChecked());
    QTRY_VERIFY(desk.fields->whyNotReady().isEmpty());
}

void DataFieldsTest::takesADroppedFile()
{
    const tests::TemporaryFolder folder;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(nameOf(folder.write("a.jsonl", kSample)))});
    Desk desk;
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.ink(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.ink(), &drop);
    QVERIFY(drop.isAccepted());
    QVERIFY(desk.ink()->isTicked());
    QCOMPARE(desk.ink()->chosen(), data.urls().first().toLocalFile());
}

void DataFieldsTest::forgetsAChoice()
{
    const tests::TemporaryFolder folder;
    Desk desk;
    desk.ink()->setChosen(nameOf(folder.write("a.jsonl", kSample)));
    desk.ink()->setTicked(true);
    desk.ink()->findChild<QToolButton*>()->click();
    auto* menu = desk.ink()->findChild<QMenu*>();
    QVERIFY(menu);
    QVERIFY(menu->actions().at(1)->text().contains(QStringLiteral("a.jsonl")));
    menu->actions().at(1)->trigger();
    QVERIFY(desk.ink()->path().isEmpty());
    QVERIFY(!desk.ink()->isTicked());
}

void DataFieldsTest::remembersTheChoice()
{
    const tests::TemporaryFolder folder;
    const QString ink = nameOf(folder.write("ink.jsonl", kSample));
    QSettings settings;
    {
        Desk desk;
        desk.ink()->setChosen(ink);
        desk.ink()->setTicked(true);
        desk.pictures()->setChosen(nameOf(folder.path()));
        desk.fields->findChild<QSpinBox*>()->setValue(700);
        desk.fields->save(settings);
    }
    Desk desk;
    desk.fields->restore(settings);
    const DataSources sources = desk.fields->sources();
    QCOMPARE(sources.ink, ink.toStdString());
    QVERIFY(!sources.pictures); // not ticked, but still known
    QCOMPARE(desk.pictures()->chosen(), nameOf(folder.path()));
    QVERIFY(!sources.mnist);
    QCOMPARE(sources.synthetic, std::size_t{700});
}

void DataFieldsTest::understandsTheSettingsOfBefore()
{
    QSettings settings;
    settings.setValue(QStringLiteral("training/data"), QStringLiteral("mnist"));
    settings.setValue(QStringLiteral("training/folder"), QStringLiteral("/some/where"));
    Desk desk;
    desk.fields->restore(settings);
    QCOMPARE(desk.fields->sources().mnist, std::string("/some/where"));
    QCOMPARE(desk.fields->sources().synthetic, std::size_t{0});
}

void DataFieldsTest::downloadsMnist()
{
    Desk desk;
    QPushButton* button = desk.download()->button();
    QTRY_VERIFY(button->isVisible());
    QVERIFY(!desk.download()->isVisible());
    button->click();
    QVERIFY(desk.download()->isVisible());
    QVERIFY(desk.mnist()->isTicked());
    QVERIFY(desk.fields->whyNotReady().contains(QStringLiteral("being downloaded")));
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(!desk.download()->isVisible());
    QTRY_VERIFY(desk.fields->whyNotReady().isEmpty());
    QVERIFY(!desk.synthetic()->isChecked()); // they were there in its place
    QCOMPARE(
        desk.fields->sources().mnist,
        desk.downloads.filePath(QStringLiteral("mnist")).toStdString());
    QVERIFY(desk.says(QStringLiteral("3")));
}

void DataFieldsTest::saysWhatWentWrongAndTriesAgain()
{
    Desk desk;
    const QString images = QStringLiteral("train-images-idx3-ubyte.gz");
    const QByteArray right = QByteArray::fromStdString(tests::gzip(tests::idxImages(3)));
    desk.mirror.set(images, {Answer{.body = "gone", .status = "404 Not Found"}, {.body = right}});
    QPushButton* button = desk.download()->button();
    QTRY_VERIFY(button->isVisible());
    button->click();
    QTRY_VERIFY(desk.says(QStringLiteral("404 Not Found")));
    QVERIFY(desk.says(QStringLiteral("Use synthetic digits")));
    QCOMPARE(button->text(), QStringLiteral("Try again"));
    QVERIFY(desk.fields->whyNotReady().contains(QStringLiteral("Download MNIST first")));
    button->click();
    QTRY_VERIFY(desk.fields->whyNotReady().isEmpty());
    QVERIFY(!desk.says(QStringLiteral("404")));
}

void DataFieldsTest::offersToDoWithout()
{
    Desk desk;
    desk.mirror.set(
        QStringLiteral("train-images-idx3-ubyte.gz"),
        {Answer{.body = "gone", .status = "404 Not Found"}});
    desk.synthetic()->setChecked(false);
    QPushButton* button = desk.download()->button();
    QTRY_VERIFY(button->isVisible());
    button->click();
    QTRY_VERIFY(desk.says(QStringLiteral("404 Not Found")));
    QLabel* links = nullptr;
    for (QLabel* label : desk.download()->findChildren<QLabel*>()) {
        links = label->text().contains(QStringLiteral("href")) ? label : links;
    }
    QVERIFY(links && links->isVisible());
    Q_EMIT links->linkActivated(QStringLiteral("folder"));
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    dialog->reject();
    Q_EMIT links->linkActivated(QStringLiteral("synthetic"));
    QVERIFY(!desk.download()->isVisible());
    QVERIFY(desk.fields->whyNotReady().isEmpty());
    QVERIFY(!desk.fields->sources().mnist);
    QCOMPARE(desk.fields->sources().synthetic, std::size_t{20'000});
}

void DataFieldsTest::cancelsTheDownload()
{
    Desk desk;
    const QByteArray right = QByteArray::fromStdString(tests::gzip(tests::idxImages(3)));
    desk.mirror.set(
        QStringLiteral("train-images-idx3-ubyte.gz"),
        {Answer{.body = right, .sends = 10, .hangsUp = false}, {.body = right}});
    QPushButton* button = desk.download()->button();
    QTRY_VERIFY(button->isVisible());
    button->click();
    QTRY_VERIFY(!desk.mirror.requests.isEmpty());
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    button->click();
    QTRY_COMPARE(button->text(), QStringLiteral("Go on"));
    QVERIFY(desk.says(QStringLiteral("is kept")));
    button->click();
    QTRY_VERIFY(desk.fields->whyNotReady().isEmpty());
}

QTEST_MAIN(DataFieldsTest)
#include "data_fields_test.moc"
