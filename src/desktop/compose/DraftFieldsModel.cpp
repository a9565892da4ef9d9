#include "desktop/compose/DraftFieldsModel.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/theme/Theme.h"

#include <QGuiApplication>

#include <algorithm>

namespace creel
{
namespace
{

/** Bytes as they were typed: Latin-1 where the line was that and still fits, else UTF-8. */
QByteArray fromTyped(const QString& text, const QByteArray& before)
{
    if (!isUtf8(before) && QString::fromLatin1(text.toLatin1()) == text)
        return text.toLatin1();
    return text.toUtf8();
}

} // namespace

void DraftFieldsModel::setDraft(const Draft& draft)
{
    beginResetModel();
    m_fields = draft.fields;
    m_leftOut = draft.leftOut;
    for (const DraftField& field : m_fields) {
        if (field.automatic && !field.enabled)
            m_leftOut.removeAll(field.name); // its row says so
    }
    m_added.clear();
    endResetModel();
}

void DraftFieldsModel::writeTo(Draft& draft) const
{
    draft.fields = m_fields;
    // A row that was just added and not filled in yet is no line.
    std::erase_if(draft.fields, [](const DraftField& field) { return field.name.isEmpty() && field.value.isEmpty(); });
    draft.leftOut = m_leftOut;
    for (const DraftField& field : m_fields) {
        if (field.automatic && !field.enabled)
            draft.leftOut.append(field.name);
    }
}

void DraftFieldsModel::setBuilt(const std::vector<BuiltLine>& lines)
{
    std::vector<Added> added;
    for (const BuiltLine& line : lines) {
        const qsizetype colon = line.bytes.indexOf(':');
        if (colon < 0 || (line.origin != BuiltLine::Origin::Creel && line.origin != BuiltLine::Origin::Signature))
            continue;
        const QByteArray name = line.bytes.first(colon);
        const auto same = [&name](const DraftField& field) { return field.automatic && field.name == name; };
        if (std::any_of(m_fields.begin(), m_fields.end(), same))
            continue; // it stands at its place among the draft's own
        added.push_back(
            {name, line.bytes.sliced(colon + 1).trimmed(), line.origin == BuiltLine::Origin::Signature, false});
    }
    for (const QByteArray& name : m_leftOut)
        added.push_back({name, {}, false, true});
    if (added == m_added)
        return;
    const int first = int(m_fields.size());
    if (!m_added.empty()) {
        beginRemoveRows({}, first, first + int(m_added.size()) - 1);
        m_added.clear();
        endRemoveRows();
    }
    if (!added.empty()) {
        beginInsertRows({}, first, first + int(added.size()) - 1);
        m_added = std::move(added);
        endInsertRows();
    }
}

int DraftFieldsModel::add(const DraftField& field)
{
    const int row = int(m_fields.size());
    beginInsertRows({}, row, row);
    m_fields.push_back(field);
    endInsertRows();
    emit edited();
    return row;
}

void DraftFieldsModel::removeField(int row)
{
    if (!isField(row))
        return;
    beginRemoveRows({}, row, row);
    m_fields.erase(m_fields.begin() + row);
    endRemoveRows();
    emit edited();
}

bool DraftFieldsModel::move(int row, int by)
{
    if (!isField(row) || !isField(row + by))
        return false;
    beginMoveRows({}, row, row, {}, by > 0 ? row + 2 : row - 1);
    std::swap(m_fields[std::size_t(row)], m_fields[std::size_t(row + by)]);
    endMoveRows();
    emit edited();
    return true;
}

int DraftFieldsModel::sentCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += isOn(row) ? 1 : 0;
    return count;
}

int DraftFieldsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size() + m_added.size());
}

int DraftFieldsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool DraftFieldsModel::isOn(int row) const
{
    return isField(row) ? m_fields[std::size_t(row)].enabled : !added(row).leftOut;
}

void DraftFieldsModel::setOn(int row, bool on)
{
    if (isField(row)) {
        m_fields[std::size_t(row)].enabled = on;
    } else {
        Added& line = m_added[std::size_t(row) - m_fields.size()];
        line.leftOut = !on;
        m_leftOut.removeAll(line.name);
        if (!on)
            m_leftOut.append(line.name);
    }
}

QByteArray DraftFieldsModel::cell(int row, int column) const
{
    if (isField(row)) {
        const DraftField& field = m_fields[std::size_t(row)];
        return column == NameColumn ? field.name : field.value;
    }
    return column == NameColumn ? added(row).name : added(row).value;
}

QVariant DraftFieldsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const bool automatic = isField(row) ? m_fields[std::size_t(row)].automatic : true;
    const bool signature = !isField(row) && added(row).signature;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        if (index.column() == OriginColumn)
            return signature ? tr("Signature") : automatic ? tr("Creel") : QString();
        const QString text = toVisible(toText(cell(row, index.column())), 500);
        return role == Qt::DisplayRole ? text : plainToolTip(text);
    }
    case Qt::EditRole:
        return toText(cell(row, index.column()));
    case Qt::CheckStateRole:
        if (index.column() == NameColumn && !signature)
            return isOn(row) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::FontRole:
        return index.column() == OriginColumn ? secondaryFont() : wireFont();
    case Qt::ForegroundRole:
        if (automatic || !isOn(row))
            return themeColor(QGuiApplication::palette(), ColorRole::Secondary);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == NameColumn && !isOn(row))
            return tr("%1, not sent").arg(toVisible(toText(cell(row, NameColumn)), 200));
        return {};
    default:
        return {};
    }
}

bool DraftFieldsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const int row = index.row();
    if (role == Qt::CheckStateRole && index.column() == NameColumn) {
        setOn(row, value.toInt() == Qt::Checked);
    } else if (role == Qt::EditRole && isField(row) && index.column() != OriginColumn) {
        const QByteArray before = cell(row, index.column());
        if (value.toString() == toText(before))
            return true;
        DraftField& field = m_fields[std::size_t(row)];
        (index.column() == NameColumn ? field.name : field.value) = fromTyped(value.toString(), before);
    } else {
        return false;
    }
    emit dataChanged(this->index(row, 0), this->index(row, ColumnCount - 1));
    emit edited();
    return true;
}

Qt::ItemFlags DraftFieldsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool own = isField(index.row()) && !m_fields[std::size_t(index.row())].automatic;
    if (own && index.column() != OriginColumn)
        flags |= Qt::ItemIsEditable;
    if (index.column() == NameColumn && (isField(index.row()) || !added(index.row()).signature))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant DraftFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : section == ValueColumn ? tr("Value") : tr("Set by");
}

} // namespace creel
