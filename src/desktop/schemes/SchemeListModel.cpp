#include "desktop/schemes/SchemeListModel.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"

#include <QCollator>

#include <algorithm>

namespace creel
{

void SchemeListModel::setSchemes(const SchemeCatalog& catalog, std::vector<SchemeFile> files)
{
    m_all.clear();
    for (SchemeFile& file : files) {
        const auto scheme = catalog.find(file.id);
        const QString name = scheme && file.problem.isEmpty() ? scheme->name : file.file;
        m_all.push_back({file.id, toVisible(name, 120), true, std::move(file)});
    }
    for (const auto& scheme : catalog.all()) {
        if (scheme->builtIn)
            m_all.push_back({scheme->id, toVisible(scheme->name, 120), false, {}});
    }
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive); // the C locale sorts capitals first
    std::stable_sort(m_all.begin(), m_all.end(), [&collator](const Entry& a, const Entry& b) {
        return a.own != b.own ? a.own : collator.compare(a.name, b.name) < 0;
    });
    narrow();
}

void SchemeListModel::setFilter(const QString& filter)
{
    m_filter = filter;
    narrow();
}

void SchemeListModel::narrow()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].name.contains(m_filter, Qt::CaseInsensitive)
            || QString::fromLatin1(m_all[i].id).contains(m_filter, Qt::CaseInsensitive))
            m_shown.push_back(i);
    }
    endResetModel();
}

int SchemeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant SchemeListModel::data(const QModelIndex& index, int role) const
{
    const Entry* entry = entryAt(index.row());
    if (entry == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (!entry->own)
            return entry->name;
        return entry->file.problem.isEmpty() ? tr("%1 (yours)").arg(entry->name)
                                             : tr("%1 (can't be read)").arg(entry->name);
    case Qt::ToolTipRole:
        return plainToolTip(entry->file.problem);
    default:
        return {};
    }
}

const SchemeListModel::Entry* SchemeListModel::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_all[m_shown[std::size_t(row)]] : nullptr;
}

int SchemeListModel::rowOf(const QByteArray& id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (entryAt(row)->id == id)
            return row;
    }
    return -1;
}

int SchemeListModel::rowOfFile(const QString& file) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (entryAt(row)->own && entryAt(row)->file.file == file)
            return row;
    }
    return -1;
}

QString SchemeListModel::freeName(const QString& wanted) const
{
    QString name = wanted;
    const auto taken = [this, &name] {
        return std::any_of(m_all.begin(), m_all.end(),
            [&name](const Entry& e) { return e.name.compare(name, Qt::CaseInsensitive) == 0; });
    };
    for (int number = 2; taken(); ++number)
        name = QStringLiteral("%1 %2").arg(wanted, QString::number(number));
    return name;
}

} // namespace creel
