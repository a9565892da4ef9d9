#pragma once

#include <QByteArray>

#include <vector>

/** What RFC 8259 says, and where it leaves a choice, what Creel does. */
enum class JsonExpect { Valid, ValidWithNote, Broken };

struct JsonCase {
    JsonExpect expect;
    const char* name;
    QByteArray text;
};

/** Every kind of right and wrong JSON, written by hand after the rules of the grammar. */
std::vector<JsonCase> jsonCorpus();
