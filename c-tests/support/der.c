#include "der.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char nothing[1];
const struct der ABSENT = { nothing, 0 };

static unsigned char *room(size_t len)
{
    static unsigned char arena[1 << 22];
    static size_t used;

    if (len > sizeof arena - used) {
        fprintf(stderr, "der: no room\n");
        exit(2);
    }
    used += len;
    return arena + used - len;
}

static struct der gather(va_list parts, struct der part)
{
    struct der all = { NULL, 0 };
    va_list again;

    va_copy(again, parts);
    for (struct der at = part; at.p != NULL; at = va_arg(again, struct der)) {
        all.len += at.len;
    }
    va_end(again);
    all.p = room(all.len);
    size_t used = 0;
    for (; part.p != NULL; part = va_arg(parts, struct der)) {
        memcpy(all.p + used, part.p, part.len);
        used += part.len;
    }
    return all;
}

struct der value(unsigned tag, ...)
{
    va_list parts;
    unsigned char header[4] = { (unsigned char) tag };
    size_t used = 2;

    va_start(parts, tag);
    struct der content = gather(parts, va_arg(parts, struct der));
    va_end(parts);
    if (content.len < 0x80) {
        header[1] = (unsigned char) content.len;
    } else if (content.len < 0x100) {
        header[1] = 0x81;
        header[2] = (unsigned char) content.len;
        used = 3;
    } else {
        header[1] = 0x82;
        header[2] = (unsigned char) (content.len >> 8);
        header[3] = (unsigned char) content.len;
        used = 4;
    }
    struct der all = { room(used + content.len), used + content.len };
    memcpy(all.p, header, used);
    memcpy(all.p + used, content.p, content.len);
    return all;
}

struct der join(struct der first, ...)
{
    va_list parts;

    va_start(parts, first);
    struct der all = gather(parts, first);
    va_end(parts);
    return all;
}

struct der hex(const char *digits)
{
    size_t len = strlen(digits) / 2;
    struct der all = { room(len), len };

    for (size_t i = 0; i < len; i++) {
        unsigned byte;
        sscanf(digits + 2 * i, "%2x", &byte);
        all.p[i] = (unsigned char) byte;
    }
    return all;
}

struct der text(const char *text)
{
    size_t len = strlen(text);
    struct der all = { room(len), len };

    memcpy(all.p, text, len);
    return all;
}
