# For lists of Python, after lib.sh and python_packages: `python_source NAME VERSION` sets $source to the unpacked source of a package,
# with its tests, as PyPI has it.

python_source() {
  source=$dependencies/$1-$2
  [ -e "$source/.complete" ] && return
  exec 9>"$dependencies/.lock"
  flock 9
  if [ ! -e "$source/.complete" ]; then
    "$python" -m pip download -q --disable-pip-version-check --no-deps --no-binary :all: -d "$dependencies" "$1==$2"
    tar -xzf "$source.tar.gz" -C "$dependencies"
    touch "$source/.complete"
  fi
  exec 9>&-
}
