/* main MODE OURS THEIRS CERTS: modules come and go. (scripts/loading-check says what the modes are for.) */
#define _GNU_SOURCE
#include "end.h"

#include <dirent.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static const struct module *load(const char *file, int flags, void **handle)
{
    *handle = dlopen(file, flags);
    if (*handle == NULL) {
        fail(dlerror());
    }
    return dlsym(*handle, "module");
}

static void converse(const struct module *client, const struct module *server, const char *certs)
{
    struct wire *wires = calloc(2, sizeof *wires);
    struct end *a = client->open(0, certs, &wires[0], &wires[1]), *b = server->open(1, certs, &wires[1], &wires[0]);
    int to_a = 1, to_b = 1;
    char text[16] = "";

    if (a == NULL || b == NULL) {
        fail("a module could not be set up");
    }
    for (int round = 0; round < 20 && (to_a == 1 || to_b == 1); round++) {
        to_a = to_a == 1 ? client->handshake(a) : to_a;
        to_b = to_b == 1 ? server->handshake(b) : to_b;
    }
    if (to_a != 0 || to_b != 0) {
        fail("no handshake");
    }
    if (client->write(a, "ping") != 4 || server->read(b, text, sizeof text) != 4 || strcmp(text, "ping") != 0
        || server->write(b, "pong") != 4) {
        fail("no data");
    }
    for (int turn = 0; client->read(a, text, sizeof text) != 4; turn++) { /* tickets come first */
        if (turn == 10) {
            fail("no answer");
        }
    }
    client->close(a);
    server->close(b);
    free(wires);
}

static int entries(const char *folder)
{
    DIR *dir = opendir(folder);
    int count = 0;

    while (dir != NULL && readdir(dir) != NULL) {
        count++;
    }
    closedir(dir);
    return count;
}

static int mappings(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    int count = 0, byte;

    while (maps != NULL && (byte = getc(maps)) != EOF) {
        count += byte == '\n';
    }
    fclose(maps);
    return count;
}

/* Both libraries in one process, each with its own state, and each able to talk to the other. */
static void both(const char *ours, const char *theirs, const char *certs, int flags)
{
    void *first, *second;
    const struct module *a = load(ours, flags, &first), *b = load(theirs, flags, &second);

    printf("%s\n%s\n", strrchr(a->library(), '/') + 1, strrchr(b->library(), '/') + 1);
    converse(a, b, certs);
    converse(b, a, certs);
    converse(a, a, certs);
    converse(b, b, certs);
    dlclose(first); /* in the order in which they came: neither needs the other */
    converse(b, b, certs);
    dlclose(second);
}

/* Loaded and unloaded a hundred times: no file, thread or mapping is left each time. */
static void loop(const char *ours, const char *certs)
{
    int files = 0, threads = 0, maps = 0;

    for (int i = 0; i < 100; i++) {
        void *handle;
        const struct module *module = load(ours, RTLD_NOW | RTLD_LOCAL, &handle);

        converse(module, module, certs);
        dlclose(handle);
        if (i == 9) {
            files = entries("/proc/self/fd");
            threads = entries("/proc/self/task");
            maps = mappings();
        }
    }
    if (entries("/proc/self/fd") != files || entries("/proc/self/task") != threads || mappings() > maps + 2) {
        fail("something is left each time");
    }
}

struct job {
    const struct module *module;
    const char *certs;
    pthread_barrier_t used;
    pthread_barrier_t closed;
};

static void *work(void *argument)
{
    struct job *job = argument;

    converse(job->module, job->module, job->certs);
    pthread_barrier_wait(&job->used);
    pthread_barrier_wait(&job->closed);
    return NULL;
}

/* A thread that used the library ends after the library has been unloaded. */
static void outlive(const char *ours, const char *certs)
{
    struct job job = { .certs = certs };
    pthread_t thread;
    void *handle;

    job.module = load(ours, RTLD_NOW | RTLD_LOCAL, &handle);
    pthread_barrier_init(&job.used, NULL, 2);
    pthread_barrier_init(&job.closed, NULL, 2);
    if (pthread_create(&thread, NULL, work, &job) != 0) {
        fail("no thread");
    }
    pthread_barrier_wait(&job.used);
    dlclose(handle);
    pthread_barrier_wait(&job.closed);
    pthread_join(thread, NULL);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fail("usage: main MODE OURS THEIRS CERTS");
    }
#ifdef HAS_ITS_OWN /* keeps the library that this program is linked with */
    if (mbedtls_ssl_get_ciphersuite_name(0x1301) == NULL) {
        fail("its own library does not work");
    }
#endif
    if (strcmp(argv[1], "both") == 0) {
        both(argv[2], argv[3], argv[4], RTLD_NOW | RTLD_LOCAL);
    } else if (strcmp(argv[1], "deep") == 0) {
        both(argv[2], argv[3], argv[4], RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    } else if (strcmp(argv[1], "loop") == 0) {
        loop(argv[2], argv[4]);
    } else {
        outlive(argv[2], argv[4]);
    }
    puts("well");
    return 0;
}
