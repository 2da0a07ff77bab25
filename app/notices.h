// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>
#include <widgets/toast.h>

#include <QtCore/QObject>

#include <map>

class QStackedWidget;

namespace Sandglass {

struct AppContext;

/// Tells in passing what became of what the person asked for. Borrows the context; the area belongs
/// to the content.
class Notices final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notices)

public:
    Notices(AppContext &context, QStackedWidget *content);

    void tell(const QString &icon, const QString &title, const QString &detail = {});
    /// With a way to the folder that it is in.
    void tellScreenshot(const QString &path);

private:
    void tellFailures();
    void tellFailure(const QString &what, const QString &key, const Error &error);
    [[nodiscard]] QString nameOfKey(const QString &key) const;

    AppContext &m_context;
    std::map<int, QString> m_folders; ///< that toasts offer to open, by their number
    ToastArea *m_area;
};

} // namespace Sandglass
