/* hmac_drbg.h, entropy.h, and what ctr_drbg.h has beyond drawing: codes, limits, what the entropy function is asked for, files. */
#include <mbedtls/constant_time.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/platform.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/threading.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const seed_name = "target/c-tests/generators.seed";
static unsigned char bytes[2000];
static int fails; /* which call of the entropy function fails, counted down; 0: none */

static void print_code(const char *what, int code)
{
    printf("%s: -0x%04x\n", what, (unsigned) -code);
}

static int entropy(void *unused, unsigned char *output, size_t length)
{
    (void) unused;
    printf("  asked for %u\n", (unsigned) length);
    memset(output, 5, length);
    return fails > 0 && --fails == 0 ? -77 : 0;
}

static int source(void *unused, unsigned char *output, size_t length, size_t *written)
{
    (void) unused;
    memset(output, 5, length);
    *written = length;
    return 0;
}

static void print_file(const char *what)
{
    FILE *file = fopen(seed_name, "rb");
    size_t length = file == NULL ? 0 : fread(bytes, 1, sizeof(bytes), file);

    printf("%s: %u bytes\n", what, (unsigned) length);
    if (file != NULL) {
        fclose(file);
    }
}

static void write_file(size_t length)
{
    FILE *file = fopen(seed_name, "wb");

    if (file != NULL) {
        fwrite(bytes, 1, length, file);
        fclose(file);
    }
}

static void seed_hmac(void)
{
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    static const size_t lengths[] = { 0, 1, 255, 256, 257, 336, 337, 352, 353, 384, 385 };
    mbedtls_hmac_drbg_context drbg;

    for (const int *type = mbedtls_md_list(); *type != MBEDTLS_MD_NONE; type++) {
        mbedtls_hmac_drbg_init(&drbg);
        print_code("seed", mbedtls_hmac_drbg_seed(&drbg, mbedtls_md_info_from_type((mbedtls_md_type_t) *type), entropy, NULL,
                                                  bytes, 1));
        mbedtls_hmac_drbg_free(&drbg);
    }
    mbedtls_hmac_drbg_init(&drbg);
    print_code("no digest", mbedtls_hmac_drbg_seed(&drbg, NULL, entropy, NULL, bytes, 1));
    print_code("no digest", mbedtls_hmac_drbg_seed_buf(&drbg, NULL, bytes, 1));
    print_code("bytes", mbedtls_hmac_drbg_seed_buf(&drbg, info, bytes, 300));
    mbedtls_hmac_drbg_free(&drbg);
    for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
        for (size_t entropy_length = 0; entropy_length < 300; entropy_length += 64) {
            mbedtls_hmac_drbg_init(&drbg);
            mbedtls_hmac_drbg_set_entropy_len(&drbg, entropy_length);
            printf("entropy of %u, custom bytes %u\n", (unsigned) entropy_length, (unsigned) lengths[i]);
            print_code("seed", mbedtls_hmac_drbg_seed(&drbg, info, entropy, NULL, bytes, lengths[i]));
            mbedtls_hmac_drbg_free(&drbg);
        }
    }
    for (int call = 1; call <= 2; call++) {
        mbedtls_hmac_drbg_init(&drbg);
        fails = call;
        print_code("entropy fails", mbedtls_hmac_drbg_seed(&drbg, info, entropy, NULL, NULL, 0));
        mbedtls_hmac_drbg_free(&drbg);
    }
}

static void hmac(void)
{
    static const size_t lengths[] = { 0, 255, 256, 257, 1000 };
    mbedtls_hmac_drbg_context drbg;

    mbedtls_hmac_drbg_init(&drbg);
    print_code("seed", mbedtls_hmac_drbg_seed(&drbg, mbedtls_md_info_from_type(MBEDTLS_MD_SHA1), entropy, NULL, NULL, 0));
    for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
        printf("%u bytes\n", (unsigned) lengths[i]);
        print_code("reseed", mbedtls_hmac_drbg_reseed(&drbg, bytes, lengths[i]));
        print_code("update", mbedtls_hmac_drbg_update(&drbg, bytes, lengths[i]));
        print_code("add", mbedtls_hmac_drbg_random_with_add(&drbg, bytes, 20, bytes, lengths[i]));
        print_code("draw", mbedtls_hmac_drbg_random(&drbg, bytes, lengths[i]));
    }
    for (size_t length = 382; length < 387; length++) {
        mbedtls_hmac_drbg_set_entropy_len(&drbg, length);
        print_code("reseed with much entropy", mbedtls_hmac_drbg_reseed(&drbg, bytes, 1));
    }
    mbedtls_hmac_drbg_set_entropy_len(&drbg, 20);
    fails = 1;
    print_code("entropy fails", mbedtls_hmac_drbg_reseed(&drbg, NULL, 0));
    print_code("1024", mbedtls_hmac_drbg_random(&drbg, bytes, 1024));
    print_code("1025", mbedtls_hmac_drbg_random(&drbg, bytes, 1025));
    mbedtls_hmac_drbg_set_prediction_resistance(&drbg, MBEDTLS_HMAC_DRBG_PR_OFF);
    mbedtls_hmac_drbg_set_reseed_interval(&drbg, 1000);

    remove(seed_name);
    print_code("write", mbedtls_hmac_drbg_write_seed_file(&drbg, seed_name));
    print_file("seed");
    for (size_t length = 0; length < 400; length += length == 255 || length == 256 ? 1 : 51) {
        write_file(length);
        printf("file of %u, ", (unsigned) length);
        print_code("update", mbedtls_hmac_drbg_update_seed_file(&drbg, seed_name));
        print_file("seed");
    }
    print_code("nowhere", mbedtls_hmac_drbg_write_seed_file(&drbg, "/nowhere/at/all"));
    print_code("nowhere", mbedtls_hmac_drbg_update_seed_file(&drbg, "/nowhere/at/all"));
    mbedtls_hmac_drbg_free(&drbg);
    mbedtls_hmac_drbg_free(&drbg);
}

static void ctr(void)
{
    mbedtls_ctr_drbg_context drbg;

    mbedtls_ctr_drbg_init(&drbg);
    print_code("seed", mbedtls_ctr_drbg_seed(&drbg, entropy, NULL, NULL, 0));
    remove(seed_name);
    print_code("write", mbedtls_ctr_drbg_write_seed_file(&drbg, seed_name));
    print_file("seed");
    for (size_t length = 0; length < 400; length += length == 255 || length == 256 ? 1 : 51) {
        write_file(length);
        printf("file of %u, ", (unsigned) length);
        print_code("update", mbedtls_ctr_drbg_update_seed_file(&drbg, seed_name));
        print_file("seed");
    }
    print_code("nowhere", mbedtls_ctr_drbg_write_seed_file(&drbg, "/nowhere/at/all"));
    print_code("nowhere", mbedtls_ctr_drbg_update_seed_file(&drbg, "/nowhere/at/all"));
    mbedtls_ctr_drbg_free(&drbg);
}

static void sources(void)
{
    mbedtls_entropy_context context;
    size_t length = 0;
    int added = 0;

    mbedtls_entropy_init(&context);
    print_code("gather", mbedtls_entropy_gather(&context));
    print_code("by hand", mbedtls_entropy_update_manual(&context, bytes, 100));
    print_code("by hand", mbedtls_entropy_update_manual(&context, bytes, sizeof(bytes)));
    print_code("64 bytes", mbedtls_entropy_func(&context, bytes, 64));
    print_code("65 bytes", mbedtls_entropy_func(&context, bytes, 65));
    while (mbedtls_entropy_add_source(&context, source, NULL, 8, MBEDTLS_ENTROPY_SOURCE_WEAK) == 0) {
        added++;
    }
    printf("%d sources\n", added);
    print_code("one more", mbedtls_entropy_add_source(&context, source, NULL, 8, MBEDTLS_ENTROPY_SOURCE_STRONG));
    print_code("gather", mbedtls_entropy_gather(&context));
    print_code("from all", mbedtls_entropy_func(&context, bytes, 64));
    remove(seed_name);
    print_code("no file", mbedtls_entropy_update_seed_file(&context, seed_name));
    print_code("write", mbedtls_entropy_write_seed_file(&context, seed_name));
    print_file("seed");
    for (size_t n = 0; n <= 2000; n += 1000) {
        write_file(n);
        print_code("update", mbedtls_entropy_update_seed_file(&context, seed_name));
        print_file("seed");
    }
    print_code("nowhere", mbedtls_entropy_write_seed_file(&context, "/nowhere/at/all"));
    print_code("the system", mbedtls_platform_entropy_poll(NULL, bytes, 1000, &length));
    printf("%u bytes\n", (unsigned) length);
    mbedtls_entropy_free(&context);
}

static void small_things(void)
{
    mbedtls_threading_mutex_t *mutexes[] = { &mbedtls_threading_readdir_mutex, &mbedtls_threading_key_slot_mutex,
                                             &mbedtls_threading_psa_globaldata_mutex, &mbedtls_threading_psa_rngdata_mutex };
    mbedtls_time_t times[] = { 0, -1, 1000000000, 4102444800 };
    struct tm parts;

    printf("%d %d %d %d\n", mbedtls_ct_memcmp("abc", "abc", 3), mbedtls_ct_memcmp("abc", "abd", 3) != 0,
           mbedtls_ct_memcmp("abc", "abd", 2), mbedtls_ct_memcmp("abc", "xyz", 0));
    puts(mbedtls_platform_dev_random);
    for (size_t i = 0; i < 4; i++) {
        printf("%d ", mbedtls_mutex_lock(mutexes[i]));
        printf("%d\n", mbedtls_mutex_unlock(mutexes[i]));
        printf("%d ", mbedtls_platform_gmtime_r(&times[i], &parts) == &parts);
        printf("%d-%d-%d %d:%d:%d\n", parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
    }
    print_code("self-test", mbedtls_entropy_self_test(0));
    print_code("self-test", mbedtls_ctr_drbg_self_test(0));
    print_code("self-test", mbedtls_hmac_drbg_self_test(0));
}

int main(void)
{
    seed_hmac();
    hmac();
    ctr();
    sources();
    small_things();
    remove(seed_name);
    return 0;
}
