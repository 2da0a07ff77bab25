// SPDX-License-Identifier: GPL-3.0-or-later
// `sandglass-fulldisk BASE_URL FOLDER`: downloads "/x" into the folder, which is on a disk that has
// too little room; prints how it ended, and the names that are left. tst_fulldisk runs it where
// there is such a disk.
#include <client/access/mutationcounter.h>
#include <client/filetransfers.h>

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

void tell(const Result<TransferReceipt> &result, const QString &folder)
{
    if (result)
        std::printf("done\n");
    else
        std::printf("%s: %s\n", toString(result.error().kind), result.error().detail.c_str());
    const QStringList names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    std::printf("left: %s\n", names.join(u' ').toUtf8().constData());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const QString folder = QFile::decodeName(argv[2]);
    MutationCounter counter;
    FileTransfers transfers(counter);
    const SandboxAddress address{.sandboxId = "i123", .baseUrl = argv[1], .connectionId = {}};
    const auto transfer = transfers.download(address, "/x", folder + u"/x"_s, Replace::Never);
    QObject::connect(transfer.get(), &FileTransfer::finished, &app, [&folder](const auto &result) {
        tell(result, folder);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
