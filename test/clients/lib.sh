# What the `run` of a client begins with: `. ../lib.sh`. Dependencies are installed from their registry into $CLIENT_CACHE,
# once for each content of the files that list them; a second run that begins meanwhile waits for the first one's.
set -euo pipefail

: "${PGURL:?the server to connect to}"
CLIENT_CACHE=${CLIENT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/millrace-clients}
client=$(basename "$PWD")

# A folder of the cache that is named after the client and the content of the files given: $dependencies.
# Succeeds if it stands already; otherwise it is to be filled, and then `installed`.
dependencies_of() {
  dependencies="$CLIENT_CACHE/$client-$(cat "$@" | sha256sum | cut -c1-12)"
  mkdir -p "$CLIENT_CACHE"
  exec 9>"$dependencies.lock"
  flock 9
  if [ -e "$dependencies/.complete" ]; then
    exec 9>&-
    return 0
  fi
  rm -rf "$dependencies"
  mkdir -p "$dependencies"
  return 1
}

installed() {
  touch "$dependencies/.complete"
  exec 9>&-
}

# $python: an interpreter with the packages of requirements.txt.
python_packages() {
  if ! dependencies_of requirements.txt; then
    python3 -m venv "$dependencies"
    "$dependencies/bin/pip" install -q --disable-pip-version-check -r requirements.txt
    installed
  fi
  python="$dependencies/bin/python"
}

# $modules: a folder with the node_modules of package-lock.json; the programs of this folder are copied beside them.
node_packages() {
  if ! dependencies_of package.json package-lock.json; then
    cp package.json package-lock.json "$dependencies"
    npm ci --silent --no-audit --no-fund --prefix "$dependencies"
    installed
  fi
  flock "$dependencies.lock" cp -ru ./*.mjs "$dependencies"
  modules=$dependencies
}

# Debian's packages, unless the commands that stand before `--` are there.
debian_packages() {
  local missing=0
  while [ "$1" != -- ]; do
    command -v "$1" >/dev/null || [ -e "$1" ] || missing=1
    shift
  done
  shift
  [ $missing = 0 ] && return 0
  mkdir -p "$CLIENT_CACHE"
  { flock 8 && apt-get update -qq && apt-get install -y -qq "$@"; } 8>"$CLIENT_CACHE/debian.lock" >/dev/null
}
