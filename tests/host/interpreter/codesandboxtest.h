// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/host/interpreter/codesandbox.h>

#include <QtCore/QObject>

#include <memory>

namespace Sandglass {

/// A test each of whose functions has a CodeSandbox of its own. A base.
class CodeSandboxTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeSandboxTest)

protected:
    CodeSandboxTest() = default;

    /// Rows of one column "value": what variables may hold and shells and kernels may trip over.
    static void addAwkwardValues();

    std::unique_ptr<CodeSandbox> m_code;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace Sandglass
