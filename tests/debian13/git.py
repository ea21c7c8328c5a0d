# python3 git.py AUTHORITIES URL: clones, commits and pushes with libgit2.
import sys

import pygit2

authorities, url = sys.argv[1:]
pygit2.option(pygit2.enums.Option.SET_SSL_CERT_LOCATIONS, authorities, None)
try:
    repository = pygit2.clone_repository(url, "clone")
except pygit2.GitError as error:
    print("refused:", error)
    sys.exit(1)
with open("clone/new", "w") as file:
    file.write("new " * 50000)
repository.index.add("new")
tree = repository.index.write_tree()
somebody = pygit2.Signature("Somebody", "somebody@example.org")
head = repository.create_commit("refs/heads/main", somebody, somebody, "New", tree, [repository.head.target])
repository.remotes["origin"].push(["refs/heads/main"])
print(head)
