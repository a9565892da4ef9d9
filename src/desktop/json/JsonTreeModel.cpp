#include "desktop/json/JsonTreeModel.h"

#include "base/Text.h"
#include "desktop/json/JsonHints.h"
#include "desktop/list/EventText.h"

#include <QLocale>

#include <algorithm>

namespace creel
{

namespace
{

constexpr qsizetype smallBytes = 64 * 1024; // read at once: well under a frame
constexpr qsizetype startBytes = 8 * 1024 * 1024; // of a large container, for its first picture
constexpr qint64 million = 1'000'000;
constexpr qsizetype shownOfValue = 1000; // of a value

bool isPlainName(const QByteArray& name)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; };
    return !name.isEmpty() && letter(name.at(0))
        && std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

} // namespace

struct JsonTreeModel::Item {
    enum class State { Closed, Opening, Open };

    Item* parent = nullptr;
    int row = 0;
    JsonNode node; // of a range: the container's
    bool range = false;
    qint64 from = 0; // of a range: its first child and how many
    qint64 count = 0;
    QString error; // of an error row
    State state = State::Closed;
    std::shared_ptr<const JsonIndex> index; // of a container, shared with its ranges
    std::vector<std::unique_ptr<Item>> children;
};

struct JsonTreeModel::Opened {
    std::shared_ptr<const JsonIndex> index;
    std::vector<JsonNode> nodes; // and then, where there are too many,
    qint64 rangesFrom = 0;
    qint64 rangeStep = 0; // ranges of so many
};

JsonTreeModel::JsonTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(std::shared_ptr<const JsonDocument> document, qint64 receivedAtUs)
{
    beginResetModel();
    m_stop = StopSource();
    m_reveal = -1;
    m_document = std::move(document);
    m_receivedAtUs = receivedAtUs;
    m_root.reset();
    if (const auto root = m_document ? m_document->root() : std::nullopt) {
        m_root = std::make_unique<Item>();
        m_root->node = *root;
    }
    endResetModel();
}

JsonTreeModel::Item* JsonTreeModel::itemOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : nullptr;
}

QModelIndex JsonTreeModel::indexOf(Item* item) const
{
    return item ? createIndex(item->row, 0, item) : QModelIndex();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    const Item* item = itemOf(parent);
    return createIndex(row, 0, item ? item->children[static_cast<size_t>(row)].get() : m_root.get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const
{
    const Item* item = itemOf(child);
    return item ? indexOf(item->parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_root ? 1 : 0;
    return parent.column() == 0 ? static_cast<int>(itemOf(parent)->children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool JsonTreeModel::isContainer(const Item& item)
{
    return item.error.isEmpty() && (item.range || item.node.isContainer());
}

bool JsonTreeModel::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_root != nullptr;
    const Item* item = itemOf(parent);
    if (item->state == Item::State::Open)
        return !item->children.empty();
    return isContainer(*item) && item->node.value.size > 2;
}

bool JsonTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const Item* item = itemOf(parent);
    return item && item->state == Item::State::Closed && hasChildren(parent);
}

void JsonTreeModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        open(*itemOf(parent));
}

bool JsonTreeModel::isSmall(const Item& item) const
{
    if (!item.range)
        return item.node.value.size <= smallBytes;
    if (item.count > JsonIndex::step)
        return true; // ranges of a range need no reading
    if (item.from + item.count <= static_cast<qint64>(item.index->first.size()))
        return true; // read already
    const auto first = static_cast<size_t>(item.from / JsonIndex::step);
    const std::vector<qsizetype>& offsets = item.index->offsets;
    const qsizetype end =
        first + 1 < offsets.size() ? offsets[first + 1] : item.node.value.offset + item.node.value.size;
    return end - offsets[first] <= smallBytes;
}

/** What a picture needs, or no index where there is nothing to show before all is read. */
JsonTreeModel::Opened JsonTreeModel::readStart(const JsonDocument& document, const Item& item)
{
    Opened opened;
    if (item.range || item.index)
        return opened;
    auto index = std::make_shared<const JsonIndex>(document.openStart(item.node, startBytes));
    if (!index->partial || index->count == 0)
        return opened;
    if (index->count > JsonIndex::step)
        opened.rangeStep = JsonIndex::step;
    else
        opened.nodes = index->first;
    opened.index = std::move(index);
    return opened;
}

JsonTreeModel::Opened JsonTreeModel::read(const JsonDocument& document, const Item& item, const StopToken& stop)
{
    Opened opened;
    opened.index = item.index ? item.index : std::make_shared<const JsonIndex>(document.open(item.node, stop));
    const qint64 count = item.range ? item.count : opened.index->count;
    opened.rangesFrom = item.from;
    if (count > million)
        opened.rangeStep = million;
    else if (count > JsonIndex::step)
        opened.rangeStep = JsonIndex::step;
    else
        opened.nodes = document.children(item.node, *opened.index, item.from, count, stop);
    return opened;
}

void JsonTreeModel::open(Item& item)
{
    if (isSmall(item))
        take(item, read(*m_document, item, {}));
    else
        readLater(item);
}

void JsonTreeModel::readLater(Item& item)
{
    item.state = Item::State::Opening;
    const auto plan = std::make_shared<Item>(); // what the other thread may look at
    plan->node = item.node;
    plan->range = item.range;
    plan->from = item.from;
    plan->count = item.count;
    plan->index = item.index;
    const StopToken stop = m_stop.token();
    const auto work = [this, document = m_document, plan, stop, target = &item, post = m_jobs.poster()] {
        const Opened start = readStart(*document, *plan);
        if (start.index)
            post([this, target, start, stop] {
                if (!stop.stopRequested())
                    setRows(*target, rowsOf(*target, start));
            });
        Opened opened = read(*document, *plan, stop);
        if (!start.nodes.empty() && opened.rangeStep > 0) { // what is on the screen stays
            opened.nodes = opened.index->first;
            opened.rangesFrom = JsonIndex::step;
        }
        return opened;
    };
    m_jobs.run(stop, work, [this, target = &item](const Opened& opened) {
        take(*target, opened);
        if (m_reveal >= 0)
            goOnRevealing();
    });
}

void JsonTreeModel::take(Item& item, const Opened& opened)
{
    item.index = opened.index;
    item.state = Item::State::Open;
    std::vector<std::unique_ptr<Item>> rows = rowsOf(item, opened);
    const bool innermost = opened.nodes.empty() || !opened.nodes.back().broken;
    if (opened.index->error && !item.range && innermost) {
        rows.push_back(std::make_unique<Item>());
        rows.back()->parent = &item;
        rows.back()->error = opened.index->error->text;
    }
    setRows(item, std::move(rows));
    emit dataChanged(indexOf(&item), indexOf(&item));
}

std::vector<std::unique_ptr<JsonTreeModel::Item>> JsonTreeModel::rowsOf(Item& item, const Opened& opened)
{
    std::vector<std::unique_ptr<Item>> rows;
    const auto add = [&](const JsonNode& node) {
        rows.push_back(std::make_unique<Item>());
        rows.back()->parent = &item;
        rows.back()->node = node;
        return rows.back().get();
    };
    for (const JsonNode& node : opened.nodes)
        add(node);
    if (opened.rangeStep == 0)
        return rows;
    qint64 end = item.range ? item.from + item.count : opened.index->count;
    if (opened.index->partial)
        end -= end % opened.rangeStep;
    for (qint64 from = opened.rangesFrom; from < end; from += opened.rangeStep) {
        Item* range = add(item.node);
        range->range = true;
        range->from = from;
        range->count = std::min(opened.rangeStep, end - from);
        range->index = opened.index;
    }
    return rows;
}

/** Rows that stand there already stay, with what is open inside of them; the others come behind. */
void JsonTreeModel::setRows(Item& item, std::vector<std::unique_ptr<Item>> rows)
{
    std::vector<std::unique_ptr<Item>>& old = item.children;
    const auto same = [](const Item& a, const Item& b) {
        return a.range == b.range && a.from == b.from && a.count == b.count && a.error == b.error
            && a.node.value.offset == b.node.value.offset;
    };
    size_t kept = 0;
    while (kept < old.size() && kept < rows.size() && same(*old[kept], *rows[kept])) {
        old[kept]->node = rows[kept]->node;
        if (old[kept]->range)
            old[kept]->index = rows[kept]->index;
        ++kept;
    }
    if (kept < old.size()) {
        beginRemoveRows(indexOf(&item), static_cast<int>(kept), static_cast<int>(old.size()) - 1);
        old.resize(kept);
        endRemoveRows();
    }
    if (kept > 0)
        emit dataChanged(indexOf(old.front().get()), indexOf(old.back().get()));
    if (kept == rows.size())
        return;
    beginInsertRows(indexOf(&item), static_cast<int>(kept), static_cast<int>(rows.size()) - 1);
    for (size_t i = kept; i < rows.size(); ++i) {
        rows[i]->row = static_cast<int>(i);
        old.push_back(std::move(rows[i]));
    }
    endInsertRows();
}

void JsonTreeModel::reveal(qsizetype offset)
{
    m_reveal = offset;
    goOnRevealing();
}

JsonTreeModel::Item* JsonTreeModel::childAt(const Item& item, qsizetype offset) const
{
    const auto end = [](const Item& child) {
        if (!child.range)
            return child.node.value.offset + child.node.value.size;
        const auto next = static_cast<size_t>((child.from + child.count) / JsonIndex::step);
        return next < child.index->offsets.size() ? child.index->offsets[next] - 1
                                                  : child.node.value.offset + child.node.value.size;
    };
    const auto found = std::partition_point(item.children.begin(), item.children.end(),
        [&](const std::unique_ptr<Item>& child) { return child->error.isEmpty() && end(*child) <= offset; });
    if (found == item.children.end() || !(*found)->error.isEmpty())
        return nullptr;
    const Item& child = **found;
    const qsizetype start = child.range ? child.index->offsets[static_cast<size_t>(child.from / JsonIndex::step)]
        : child.node.key                ? child.node.key->offset
                                        : child.node.value.offset;
    return offset >= start ? found->get() : nullptr;
}

void JsonTreeModel::goOnRevealing()
{
    Item* item = m_root.get();
    while (item) {
        if (item->state == Item::State::Closed && isContainer(*item))
            open(*item);
        if (item->state == Item::State::Opening)
            return; // goes on when that is open
        Item* child = childAt(*item, m_reveal);
        if (!child)
            break;
        item = child;
    }
    m_reveal = -1;
    if (item)
        emit revealed(indexOf(item));
}

QByteArray JsonTreeModel::nameOf(const Item& item) const
{
    if (!item.parent || item.range || !item.error.isEmpty())
        return {};
    return m_document->name(item.node);
}

QString JsonTreeModel::countText(const Item& item) const
{
    const bool object = item.node.value.kind == JsonKind::Object;
    if (item.node.goesOn)
        return QStringLiteral("\u2026");
    if (!item.index) {
        if (item.node.value.size == 2)
            return QString();
        return localizedSize(item.node.value.size);
    }
    const qint64 count = item.index->count;
    const int plural = static_cast<int>(std::min<qint64>(count, million));
    if (count > million)
        return object ? tr("%1 members").arg(QLocale().toString(count)) : tr("%1 items").arg(QLocale().toString(count));
    return object ? tr("%Ln member(s)", nullptr, plural) : tr("%Ln item(s)", nullptr, plural);
}

QString JsonTreeModel::valueText(const Item& item) const
{
    if (!item.error.isEmpty())
        return item.error;
    if (item.range)
        return tr("%1 to %2").arg(QLocale().toString(item.from), QLocale().toString(item.from + item.count - 1));
    const JsonSpan& value = item.node.value;
    if (item.node.isContainer()) {
        const QString sign = value.kind == JsonKind::Object ? QStringLiteral("{} ") : QStringLiteral("[] ");
        return sign + countText(item);
    }
    if (value.kind != JsonKind::String)
        return toVisible(toText(m_document->raw(value).first(std::min(value.size, shownOfValue))));
    // A long string is cut before it is unescaped: the quotes around it are ours.
    const qsizetype inner = std::min(value.size - 2, shownOfValue * 6);
    const QByteArray text = jsonText(m_document->bytes(), {JsonKind::String, value.offset, inner + 2});
    return QLatin1Char('"') + toVisible(toText(text), shownOfValue) + QLatin1Char('"');
}

QString JsonTreeModel::hintText(const Item& item) const
{
    if (!item.error.isEmpty() || item.range || item.node.isContainer() || item.node.value.size > 400)
        return {};
    const QByteArray text = jsonText(m_document->bytes(), item.node.value);
    if (item.node.value.kind == JsonKind::Number) {
        const QString unsafe = unsafeNumberHint(text);
        if (!unsafe.isEmpty())
            return unsafe;
    }
    const auto moment = momentOf(nameOf(item), item.node.value.kind, text);
    return moment ? momentHint(*moment, m_receivedAtUs) : QString();
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const
{
    const Item* item = itemOf(index);
    if (!item)
        return {};
    const QString name = toVisible(toText(nameOf(*item)), 300);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return name.isEmpty() ? valueText(*item) : QStringLiteral("%1: %2").arg(name, valueText(*item));
    case NameRole:
        return name;
    case ValueRole:
        return valueText(*item);
    case HintRole:
        return hintText(*item);
    case KindRole:
        return item->range || !item->error.isEmpty() ? -1 : static_cast<int>(item->node.value.kind);
    case OffsetRole:
        return static_cast<qlonglong>(item->node.key ? item->node.key->offset : item->node.value.offset);
    case SizeRole:
        return static_cast<qlonglong>(item->node.value.offset + item->node.value.size
            - (item->node.key ? item->node.key->offset : item->node.value.offset));
    case IsErrorRole:
        return !item->error.isEmpty();
    default:
        return {};
    }
}

QByteArray JsonTreeModel::valueOf(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    if (!item || item->range || !item->error.isEmpty() || item->node.goesOn)
        return {};
    return jsonText(m_document->bytes(), item->node.value);
}

QByteArray JsonTreeModel::rawOf(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    if (!item || item->range || !item->error.isEmpty() || item->node.goesOn)
        return {};
    return m_document->raw(item->node.value).toByteArray();
}

QByteArray JsonTreeModel::keyOf(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    return item ? nameOf(*item) : QByteArray();
}

QString JsonTreeModel::pathOf(const QModelIndex& index) const
{
    QString path;
    for (const Item* item = itemOf(index); item && item->parent; item = item->parent) {
        if (item->range || !item->error.isEmpty())
            continue;
        const QByteArray name = nameOf(*item);
        if (!item->node.key)
            path.prepend(QStringLiteral("[%1]").arg(item->node.index));
        else if (isPlainName(name))
            path.prepend(QLatin1Char('.') + QString::fromLatin1(name));
        else
            path.prepend(QLatin1Char('[') + toText(jsonQuote(name)) + QLatin1Char(']'));
    }
    return path.startsWith(QLatin1Char('.')) ? path.mid(1) : path;
}

QByteArray JsonTreeModel::pointerOf(const QModelIndex& index) const
{
    QByteArray pointer;
    for (const Item* item = itemOf(index); item && item->parent; item = item->parent) {
        if (!item->range && item->error.isEmpty())
            pointer.prepend('/' + nameOf(*item).replace('~', "~0").replace('/', "~1"));
    }
    return pointer;
}

} // namespace creel
