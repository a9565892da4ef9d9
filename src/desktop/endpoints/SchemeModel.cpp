#include "desktop/endpoints/SchemeModel.h"

#include "base/Text.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"

#include <QCollator>

#include <algorithm>

namespace creel
{

SchemeModel::SchemeModel(const SchemeCatalog& catalog, QObject* parent)
    : QAbstractListModel(parent)
{
    for (const std::shared_ptr<const Scheme>& scheme : catalog.all()) {
        if (scheme->profileOf.isEmpty())
            m_all.push_back({scheme->id, toVisible(scheme->name, 120), toVisible(scheme->key.note, 400),
                scheme->settings, scheme->isAsymmetric()});
    }
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive); // the C locale sorts capitals first
    std::sort(m_all.begin(), m_all.end(),
        [&collator](const Entry& a, const Entry& b) { return collator.compare(a.name, b.name) < 0; });
    m_all.insert(m_all.begin(), Entry{{}, tr("None: signatures are not checked"), {}, {}, false});
    setFilter({});
}

int SchemeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant SchemeModel::data(const QModelIndex& index, int role) const
{
    const Entry* entry = entryAt(index.row());
    if (entry == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return entry->name;
    if (role == Qt::UserRole)
        return entry->id;
    return {};
}

void SchemeModel::setFilter(const QString& filter)
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].name.contains(filter, Qt::CaseInsensitive)
            || QString::fromLatin1(m_all[i].id).contains(filter, Qt::CaseInsensitive))
            m_shown.push_back(i);
    }
    endResetModel();
}

const SchemeModel::Entry* SchemeModel::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_all[m_shown[std::size_t(row)]] : nullptr;
}

const SchemeModel::Entry* SchemeModel::find(const QByteArray& id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const Entry& e) { return e.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

int SchemeModel::rowOf(const QByteArray& id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (entryAt(row)->id == id)
            return row;
    }
    return -1;
}

} // namespace creel
