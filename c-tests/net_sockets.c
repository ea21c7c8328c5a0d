/* The sockets of net_sockets.h over the loopback interface: every function, every code that can be provoked.
 *
 *   net_sockets CERTDIR        (the directory is not used)
 */
#define _DEFAULT_SOURCE /* timers and signals */
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <netinet/in.h>
#include <fcntl.h>
#include <unistd.h>

static const char *name(int code) {
  static char number[16];
  switch (code) {
    case MBEDTLS_ERR_NET_SOCKET_FAILED: return "SOCKET_FAILED";
    case MBEDTLS_ERR_NET_CONNECT_FAILED: return "CONNECT_FAILED";
    case MBEDTLS_ERR_NET_BIND_FAILED: return "BIND_FAILED";
    case MBEDTLS_ERR_NET_LISTEN_FAILED: return "LISTEN_FAILED";
    case MBEDTLS_ERR_NET_ACCEPT_FAILED: return "ACCEPT_FAILED";
    case MBEDTLS_ERR_NET_RECV_FAILED: return "RECV_FAILED";
    case MBEDTLS_ERR_NET_SEND_FAILED: return "SEND_FAILED";
    case MBEDTLS_ERR_NET_CONN_RESET: return "CONN_RESET";
    case MBEDTLS_ERR_NET_UNKNOWN_HOST: return "UNKNOWN_HOST";
    case MBEDTLS_ERR_NET_BUFFER_TOO_SMALL: return "BUFFER_TOO_SMALL";
    case MBEDTLS_ERR_NET_INVALID_CONTEXT: return "INVALID_CONTEXT";
    case MBEDTLS_ERR_NET_POLL_FAILED: return "POLL_FAILED";
    case MBEDTLS_ERR_NET_BAD_INPUT_DATA: return "BAD_INPUT_DATA";
    case MBEDTLS_ERR_SSL_WANT_READ: return "WANT_READ";
    case MBEDTLS_ERR_SSL_WANT_WRITE: return "WANT_WRITE";
    case MBEDTLS_ERR_SSL_TIMEOUT: return "TIMEOUT";
    default: snprintf(number, sizeof number, "%d", code); return number;
  }
}

static void show(const char *what, int code) {
  printf("%s: %s\n", what, name(code));
  fflush(stdout);
}

static void port_of(int fd, char text[8]) {
  struct sockaddr_storage address;
  socklen_t length = sizeof address;
  memset(&address, 0, sizeof address);
  if (getsockname(fd, (struct sockaddr *) &address, &length) != 0) exit(3);
  unsigned port = address.ss_family == AF_INET6 ? ntohs(((struct sockaddr_in6 *) &address)->sin6_port)
                                                : ntohs(((struct sockaddr_in *) &address)->sin_port);
  snprintf(text, 8, "%u", port & 0xFFFF);
}

static void ticked(int signal_number) { (void) signal_number; }

/* Signals every 20 ms, so that a blocking call is interrupted for certain. */
static void ticking(int on) {
  struct sigaction action;
  struct itimerval timer;
  memset(&action, 0, sizeof action);
  memset(&timer, 0, sizeof timer);
  action.sa_handler = ticked;
  sigaction(SIGALRM, &action, NULL);
  if (on) timer.it_value.tv_usec = timer.it_interval.tv_usec = 20000;
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void no_socket(void) {
  mbedtls_net_context none, bad;
  unsigned char b[4] = { 0 };
  mbedtls_net_init(&none);
  printf("after init: %d\n", none.fd);
  show("recv without a socket", mbedtls_net_recv(&none, b, sizeof b));
  show("recv_timeout without a socket", mbedtls_net_recv_timeout(&none, b, sizeof b, 10));
  show("send without a socket", mbedtls_net_send(&none, b, sizeof b));
  show("poll without a socket", mbedtls_net_poll(&none, MBEDTLS_NET_POLL_READ, 0));
  show("accept without a socket", mbedtls_net_accept(&none, &bad, NULL, 0, NULL));
  show("set_block without a socket", mbedtls_net_set_block(&none));
  show("set_nonblock without a socket", mbedtls_net_set_nonblock(&none));
  mbedtls_net_close(&none);
  mbedtls_net_free(&none);
  printf("still: %d\n", none.fd);
  bad.fd = dup(1);
  close(bad.fd);
  show("recv from a closed number", mbedtls_net_recv(&bad, b, sizeof b));
  show("recv_timeout from a closed number", mbedtls_net_recv_timeout(&bad, b, sizeof b, 10));
  show("send to a closed number", mbedtls_net_send(&bad, b, sizeof b));
  show("poll a closed number", mbedtls_net_poll(&bad, MBEDTLS_NET_POLL_READ, 0));
  show("accept on a closed number", mbedtls_net_accept(&bad, &none, NULL, 0, NULL));
  mbedtls_net_free(&bad);
  printf("freed: %d\n", bad.fd);
}

static void not_reachable(void) {
  mbedtls_net_context c, l;
  char port[8];
  mbedtls_net_init(&c);
  mbedtls_net_init(&l);
  show("connect to no such port name", mbedtls_net_connect(&c, "127.0.0.1", "no-such-port", MBEDTLS_NET_PROTO_TCP));
  c.fd = 99;
  show("connect to no such host", mbedtls_net_connect(&c, "no such host", "443", MBEDTLS_NET_PROTO_TCP));
  printf("left alone: %d\n", c.fd);
  show("bind to a foreign address", mbedtls_net_bind(&l, "192.0.2.1", "0", MBEDTLS_NET_PROTO_TCP));
  printf("after a failed bind: %s\n", l.fd == -1 ? "none" : "some");
  mbedtls_net_init(&l);
  show("bind", mbedtls_net_bind(&l, "127.0.0.1", "0", MBEDTLS_NET_PROTO_TCP));
  port_of(l.fd, port);
  mbedtls_net_free(&l);
  show("connect to a closed port", mbedtls_net_connect(&c, "127.0.0.1", port, MBEDTLS_NET_PROTO_TCP));
  printf("after a failed connect: %d\n", c.fd);
}

static int pair(const char *host, mbedtls_net_context *client, mbedtls_net_context *server, size_t buf_size) {
  mbedtls_net_context l;
  char port[8];
  unsigned char ip[16];
  size_t i, ip_len = 99;
  memset(ip, 0, sizeof ip);
  mbedtls_net_init(&l);
  mbedtls_net_init(client);
  mbedtls_net_init(server);
  int ret = mbedtls_net_bind(&l, host, "0", MBEDTLS_NET_PROTO_TCP);
  show("bind", ret);
  if (ret != 0) return ret;
  port_of(l.fd, port);
  show("connect", mbedtls_net_connect(client, host, port, MBEDTLS_NET_PROTO_TCP));
  ret = mbedtls_net_accept(&l, server, ip, buf_size, &ip_len);
  show("accept", ret);
  printf("address:");
  for (i = 0; i < ip_len && i < sizeof ip; i++) printf(" %u", ip[i]);
  printf("\nlistener blocks: %s\n", fcntl(l.fd, F_GETFL) & O_NONBLOCK ? "no" : "yes");
  mbedtls_net_set_nonblock(&l);
  mbedtls_net_context other;
  mbedtls_net_init(&other);
  show("accept with nobody there", mbedtls_net_accept(&l, &other, NULL, 0, NULL));
  mbedtls_net_free(&l);
  return ret;
}

static void reading(void) {
  mbedtls_net_context c, s;
  unsigned char b[64];
  pair("127.0.0.1", &c, &s, 16);
  show("set_nonblock", mbedtls_net_set_nonblock(&c));
  show("recv, nothing there", mbedtls_net_recv(&c, b, sizeof b));
  show("recv_timeout, nothing there", mbedtls_net_recv_timeout(&c, b, sizeof b, 5));
  show("set_block", mbedtls_net_set_block(&c));
  show("recv_timeout, nothing there", mbedtls_net_recv_timeout(&c, b, sizeof b, 5));
  ticking(1);
  show("recv, interrupted", mbedtls_net_recv(&c, b, sizeof b));
  show("recv_timeout, interrupted", mbedtls_net_recv_timeout(&c, b, sizeof b, 5000));
  show("recv_timeout for ever, interrupted", mbedtls_net_recv_timeout(&c, b, sizeof b, 0));
  ticking(0);
  show("send", mbedtls_net_send(&s, (const unsigned char *) "hello", 5));
  show("send nothing", mbedtls_net_send(&s, b, 0));
  show("recv 2", mbedtls_net_recv(&c, b, 2));
  show("recv_timeout for ever", mbedtls_net_recv_timeout(&c, b + 2, sizeof b - 2, 0));
  printf("got %.5s\n", (const char *) b);
  mbedtls_net_close(&s);
  printf("closed: %d\n", s.fd);
  show("recv at the end", mbedtls_net_recv(&c, b, sizeof b));
  show("recv_timeout at the end", mbedtls_net_recv_timeout(&c, b, sizeof b, 1000));
  mbedtls_net_free(&c);
  mbedtls_net_free(&c);
  printf("freed: %d\n", c.fd);
}

static void resets(void) {
  mbedtls_net_context c, s;
  unsigned char b[64] = { 0 };
  struct linger now = { 1, 0 };
  pair("127.0.0.1", &c, &s, 16);
  setsockopt(s.fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  mbedtls_net_close(&s);
  show("recv after a reset", mbedtls_net_recv(&c, b, sizeof b));
  show("send after a reset", mbedtls_net_send(&c, b, sizeof b));
  mbedtls_net_free(&c);
  pair("127.0.0.1", &c, &s, 4);
  shutdown(c.fd, SHUT_WR);
  show("send after a shutdown", mbedtls_net_send(&c, b, sizeof b));
  mbedtls_net_free(&c);
  mbedtls_net_free(&s);
}

static void writing(void) {
  static unsigned char big[1 << 20];
  mbedtls_net_context c, s;
  int ret;
  pair("127.0.0.1", &c, &s, 3);
  mbedtls_net_free(&c);
  mbedtls_net_free(&s);
  pair("127.0.0.1", &c, &s, 16);
  mbedtls_net_set_nonblock(&c);
  do ret = mbedtls_net_send(&c, big, sizeof big); while (ret > 0);
  show("send into a full pipe", ret);
  show("poll for writing", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_WRITE, 5));
  mbedtls_net_set_block(&c);
  ticking(1);
  show("send, interrupted", mbedtls_net_send(&c, big, sizeof big));
  ticking(0);
  mbedtls_net_free(&c);
  mbedtls_net_free(&s);
}

static void polling(void) {
  mbedtls_net_context c, s;
  pair("127.0.0.1", &c, &s, 16);
  show("poll for nothing", mbedtls_net_poll(&c, 0, 0));
  show("poll for reading", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_READ, 0));
  show("poll for reading, a while", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_READ, 5));
  show("poll for writing", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_WRITE, 0));
  show("poll for both", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_WRITE | MBEDTLS_NET_POLL_READ, 1000));
  show("poll for what is not there", mbedtls_net_poll(&c, 4, 0));
  show("poll for more than is there", mbedtls_net_poll(&c, 7, 0));
  ticking(1);
  show("poll, interrupted", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_READ, 100));
  ticking(0);
  mbedtls_net_send(&s, (const unsigned char *) "x", 1);
  show("poll with data", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_READ, 0xFFFFFFFF));
  show("poll with data for both", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_READ | MBEDTLS_NET_POLL_WRITE, 1000));
  mbedtls_net_free(&s);
  show("poll at the end", mbedtls_net_poll(&c, MBEDTLS_NET_POLL_READ | MBEDTLS_NET_POLL_WRITE, 1000));
  mbedtls_net_free(&c);
}

static void datagrams(void) {
  mbedtls_net_context c, c2, l, s;
  unsigned char b[64], ip[16];
  size_t ip_len = 0;
  char port[8];
  mbedtls_net_init(&c);
  mbedtls_net_init(&c2);
  mbedtls_net_init(&l);
  mbedtls_net_init(&s);
  show("bind", mbedtls_net_bind(&l, "127.0.0.1", "0", MBEDTLS_NET_PROTO_UDP));
  port_of(l.fd, port);
  show("connect", mbedtls_net_connect(&c, "127.0.0.1", port, MBEDTLS_NET_PROTO_UDP));
  show("send", mbedtls_net_send(&c, (const unsigned char *) "one", 3));
  show("accept", mbedtls_net_accept(&l, &s, ip, sizeof ip, &ip_len));
  printf("address: %zu bytes, first %u\n", ip_len, ip[0]);
  printf("listener goes on: %s\n", l.fd >= 0 && l.fd != s.fd ? "yes" : "no");
  show("recv", mbedtls_net_recv(&s, b, sizeof b));
  show("send back", mbedtls_net_send(&s, b, 2));
  show("recv back", mbedtls_net_recv_timeout(&c, b, sizeof b, 1000));
  show("second client", mbedtls_net_connect(&c2, "127.0.0.1", port, MBEDTLS_NET_PROTO_UDP));
  show("send", mbedtls_net_send(&c2, (const unsigned char *) "four", 4));
  show("listener", mbedtls_net_poll(&l, MBEDTLS_NET_POLL_READ, 1000));
  mbedtls_net_free(&s);
  show("accept without asking who", mbedtls_net_accept(&l, &s, NULL, 0, NULL));
  show("recv", mbedtls_net_recv(&s, b, sizeof b));
  mbedtls_net_set_nonblock(&l);
  mbedtls_net_free(&s);
  show("accept with nobody there", mbedtls_net_accept(&l, &s, NULL, 0, NULL));
  mbedtls_net_free(&s);
  mbedtls_net_free(&c);
  mbedtls_net_free(&c2);
  mbedtls_net_free(&l);
}

static void pipes(void) {
  mbedtls_net_context in, out;
  unsigned char b[8];
  int fds[2];
  if (pipe(fds) != 0) exit(3);
  in.fd = fds[0];
  out.fd = fds[1];
  show("send into a pipe", mbedtls_net_send(&out, (const unsigned char *) "abc", 3));
  show("recv from a pipe", mbedtls_net_recv(&in, b, sizeof b));
  show("accept on a pipe", mbedtls_net_accept(&in, &out, NULL, 0, NULL));
  mbedtls_net_free(&in);
  mbedtls_net_free(&out);
}

int main(void) {
  mbedtls_net_context c, s;
  no_socket();
  not_reachable();
  reading();
  resets();
  writing();
  polling();
  datagrams();
  pipes();
  mbedtls_net_usleep(1);
  mbedtls_net_usleep(0);
  if (pair("::1", &c, &s, 16) == 0) {
    mbedtls_net_free(&c);
    mbedtls_net_free(&s);
  }
  return 0;
}
