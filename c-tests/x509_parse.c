/* Certificates and revocation lists from buffers, files and folders: what is added, what is counted, what comes back. */
#define _POSIX_C_SOURCE 200809L
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/x509-parse-XXXXXX";

static size_t load(const char *name, unsigned char *bytes, size_t capacity)
{
    char path[512];

    snprintf(path, sizeof path, "%s/chains/%s", getenv("CERTS"), name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    size_t length = fread(bytes, 1, capacity - 1, file);
    bytes[length] = '\0';
    fclose(file);
    return length;
}

static const char *in_folder(const char *name)
{
    static char path[512];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void save(const char *name, const void *bytes, size_t length)
{
    FILE *file = fopen(in_folder(name), "wb");

    if (file == NULL || fwrite(bytes, 1, length, file) != length) {
        exit(2);
    }
    fclose(file);
}

static void link_to(const char *target, const char *name)
{
    if (symlink(target, in_folder(name)) != 0) {
        exit(2);
    }
}

static void show(const char *what, int code, const mbedtls_x509_crt *list)
{
    printf("%s: %d,", what, code);
    for (; list != NULL; list = list->next) {
        if (list->version == 0) {
            printf(" (empty)");
        } else {
            const mbedtls_x509_name *name = &list->subject;
            while (name->next != NULL) {
                name = name->next;
            }
            printf(" %.*s", (int) name->val.len, (const char *) name->val.p);
        }
    }
    printf("\n");
}

static unsigned char leaf[2048], inter[2048], leaf_text[4096], inter_text[4096], text[16384];
static size_t leaf_length, inter_length;

static void der(void)
{
    mbedtls_x509_crt crt;

    mbedtls_x509_crt_init(&crt);
    show("nothing", 0, &crt);
    show("DER", mbedtls_x509_crt_parse_der(&crt, leaf, leaf_length), &crt);
    show("DER, another", mbedtls_x509_crt_parse_der(&crt, inter, inter_length), &crt);
    show("cut", mbedtls_x509_crt_parse_der(&crt, leaf, leaf_length - 1), &crt);
    show("no bytes", mbedtls_x509_crt_parse_der(&crt, leaf, 0), &crt);
    show("no bytes for either", mbedtls_x509_crt_parse(&crt, leaf, 0), &crt);
    show("with more behind", mbedtls_x509_crt_parse_der(&crt, leaf, leaf_length + 1), &crt);
    show("either", mbedtls_x509_crt_parse(&crt, inter, inter_length), &crt);
    mbedtls_x509_crt_free(&crt);
    show("freed", 0, &crt);
    show("cut, into an empty list", mbedtls_x509_crt_parse_der(&crt, leaf, leaf_length - 1), &crt);
    show("then a good one", mbedtls_x509_crt_parse_der_nocopy(&crt, leaf, leaf_length), &crt);
    printf("  %s\n", crt.raw.p == leaf ? "left where it is" : "copied");
    show("copied behind", mbedtls_x509_crt_parse_der(&crt, inter, inter_length), &crt);
    printf("  %s\n", crt.next != NULL && crt.next->raw.p == inter ? "left where it is" : "copied");
    show("not DER, left there", mbedtls_x509_crt_parse_der_nocopy(&crt, leaf_text, strlen((char *) leaf_text)), &crt);
    mbedtls_x509_crt_free(&crt);
}

static void pem_text(const char *what, const char *format)
{
    mbedtls_x509_crt crt;

    mbedtls_x509_crt_init(&crt);
    int length = snprintf((char *) text, sizeof text, format, (char *) leaf_text, (char *) inter_text);
    show(what, mbedtls_x509_crt_parse(&crt, text, (size_t) length + 1), &crt);
    save("text", text, (size_t) length);
    mbedtls_x509_crt_free(&crt);
    show("  as a file", mbedtls_x509_crt_parse_file(&crt, in_folder("text")), &crt);
    mbedtls_x509_crt_free(&crt);
    show("  without its NUL", mbedtls_x509_crt_parse(&crt, text, (size_t) length), &crt);
    mbedtls_x509_crt_free(&crt);
}

static void pem(void)
{
    static unsigned char windows[8192];
    size_t length = 0;

    pem_text("one", "%s");
    pem_text("two", "%s%s");
    pem_text("words around", "words\n\n%smore - words -----\n%s\nand more");
    pem_text("an empty block", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n%s");
    pem_text("only an empty block", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
    pem_text("no DER inside", "%s-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n%s");
    pem_text("only no DER inside", "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n");
    pem_text("bad characters", "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n%s%s");
    pem_text("another label", "-----BEGIN TRUSTED CERTIFICATE-----\nAQID\n-----END TRUSTED CERTIFICATE-----\n%s");
    pem_text("only another label", "-----BEGIN TRUSTED CERTIFICATE-----\nAQID\n-----END TRUSTED CERTIFICATE-----\n");
    pem_text("the end is missing", "%s-----BEGIN CERTIFICATE-----\nAQID\n");
    pem_text("nothing but a beginning", "-----BEGIN CERTIFICATE-----\nAQID\n");
    pem_text("words", "words");
    pem_text("no text", "");

    for (const unsigned char *at = leaf_text; *at != '\0'; at++) {
        if (*at == '\n') {
            windows[length++] = '\r';
        }
        windows[length++] = *at;
    }
    mbedtls_x509_crt crt;
    mbedtls_x509_crt_init(&crt);
    show("lines of Windows", mbedtls_x509_crt_parse(&crt, windows, length + 1), &crt);
    mbedtls_x509_crt_free(&crt);
}

static void files(void)
{
    mbedtls_x509_crt crt;

    mbedtls_x509_crt_init(&crt);
    save("der", leaf, leaf_length);
    show("a file in DER", mbedtls_x509_crt_parse_file(&crt, in_folder("der")), &crt);
    show("no such file", mbedtls_x509_crt_parse_file(&crt, in_folder("none")), &crt);
    save("empty", "", 0);
    show("an empty file", mbedtls_x509_crt_parse_file(&crt, in_folder("empty")), &crt);
    show("NULL", mbedtls_x509_crt_parse_path(&crt, in_folder("none")), &crt);
    mbedtls_x509_crt_free(&crt);

    mkdir(in_folder("sub"), 0700);
    mkdir(in_folder("sub/deeper"), 0700);
    save("sub/1", leaf, leaf_length);
    save("sub/deeper/1", leaf, leaf_length);
    show("a folder with one", mbedtls_x509_crt_parse_path(&crt, in_folder("sub")), &crt);
    mbedtls_x509_crt_free(&crt);
    save("sub/2", "junk", 4);
    save("sub/3", leaf_text, strlen((char *) leaf_text));
    int length = snprintf((char *) text, sizeof text, "%s-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n%s",
                          (char *) leaf_text, (char *) leaf_text);
    save("sub/4", text, (size_t) length);
    show("a folder with good and bad", mbedtls_x509_crt_parse_path(&crt, in_folder("sub")), &crt);
    mbedtls_x509_crt_free(&crt);
    show("an empty folder", mbedtls_x509_crt_parse_path(&crt, in_folder("sub/deeper/none")), &crt);
    mbedtls_x509_crt_free(&crt);
    static const char *const names[] = { "sub/deeper/1", "sub/deeper", "sub/1", "sub/2", "sub/3", "sub/4", "sub", "text", "der", "empty" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        remove(in_folder(names[i]));
    }
    link_to("nowhere", "leads nowhere");
    show("a folder with a link that leads nowhere", mbedtls_x509_crt_parse_path(&crt, folder), &crt);
    link_to("circle", "circle");
    show("a folder with a circle of links", mbedtls_x509_crt_parse_path(&crt, folder), &crt);
    remove(in_folder("leads nowhere"));
    remove(in_folder("circle"));
    show("a folder without files", mbedtls_x509_crt_parse_path(&crt, folder), &crt);
    mbedtls_x509_crt_free(&crt);
}

static void lists(void)
{
    static unsigned char pem[8192], der[4096];
    size_t pem_length = load("leaf.crl", pem, sizeof pem), der_length = load("leaf.crl.der", der, sizeof der);
    mbedtls_x509_crl crl;
    mbedtls_x509_crt revoked, other;

    mbedtls_x509_crl_init(&crl);
    mbedtls_x509_crt_init(&revoked);
    mbedtls_x509_crt_init(&other);
    printf("a list in DER: %d\n", mbedtls_x509_crl_parse(&crl, der, der_length));
    printf("a list in PEM: %d\n", mbedtls_x509_crl_parse(&crl, pem, pem_length + 1));
    printf("without its NUL: %d\n", mbedtls_x509_crl_parse(&crl, pem, pem_length));
    printf("with more behind: %d\n", mbedtls_x509_crl_parse_der(&crl, der, der_length + 1));
    printf("cut: %d\n", mbedtls_x509_crl_parse_der(&crl, der, der_length - 1));
    save("list", pem, pem_length);
    printf("a file: %d\n", mbedtls_x509_crl_parse_file(&crl, in_folder("list")));
    remove(in_folder("list"));
    printf("no such file: %d\n", mbedtls_x509_crl_parse_file(&crl, in_folder("list")));
    size_t lists = 0, entries = 0;
    for (const mbedtls_x509_crl *at = &crl; at != NULL; at = at->next) {
        lists++;
        for (const mbedtls_x509_crl_entry *entry = &at->entry; entry != NULL && entry->raw.len != 0; entry = entry->next) {
            entries++;
        }
    }
    printf("%zu lists, %zu entries\n", lists, entries);
    load("leaf2.der", text, sizeof text);
    mbedtls_x509_crt_parse_der(&revoked, leaf, leaf_length);
    mbedtls_x509_crt_parse_der(&other, text, sizeof text);
    printf("revoked: %d, another one: %d\n", mbedtls_x509_crt_is_revoked(&revoked, &crl), mbedtls_x509_crt_is_revoked(&other, &crl));
    mbedtls_x509_crt_free(&revoked);
    mbedtls_x509_crt_free(&other);
    mbedtls_x509_crl_free(&crl);
}

int main(void)
{
    if (getenv("CERTS") == NULL || mkdtemp(folder) == NULL) {
        return 2;
    }
    leaf_length = load("leaf.der", leaf, sizeof leaf);
    inter_length = load("inter.der", inter, sizeof inter);
    load("leaf.crt", leaf_text, sizeof leaf_text);
    load("inter.crt", inter_text, sizeof inter_text);
    der();
    pem();
    files();
    lists();
    return rmdir(folder) == 0 ? 0 : 2;
}
