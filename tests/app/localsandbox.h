// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/appcontext.h>

#include <QtCore/QString>

#include <memory>
#include <string>

namespace Sandglass {

/// One real sandbox on the real local host, seen through the app's own context. Needs a private
/// state folder: it ends all sandboxes of the host.
class LocalSandbox final
{
    Q_DISABLE_COPY_MOVE(LocalSandbox)

public:
    /// Waits until it runs; isRunning() says whether it does.
    explicit LocalSandbox(const std::string &templateName = "base");
    /// Stops the host with all its sandboxes.
    ~LocalSandbox();

    [[nodiscard]] bool isRunning() const { return !m_key.isEmpty(); }
    [[nodiscard]] const QString &key() const { return m_key; } ///< of the fleet's row
    [[nodiscard]] AppContext &context() { return *m_context; }

private:
    [[nodiscard]] QString findRunning() const;

    std::unique_ptr<AppContext> m_context;
    QString m_key;
};

} // namespace Sandglass
