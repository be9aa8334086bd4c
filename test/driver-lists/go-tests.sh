# What the `run` of a Go driver's list goes by, after lib.sh.

# $source: a copy of the module in this version, with its tests.
go_tests() {
  debian_packages go -- golang-go
  if ! dependencies_of run ../go-tests.sh; then
    local folder
    folder=$(cd "$dependencies" && go mod download -json "$1@$2" | node -p 'JSON.parse(fs.readFileSync(0, "utf8")).Dir')
    cp -r "$folder" "$dependencies/source"
    chmod -R u+w "$dependencies/source"
    # What has been compiled is in Go's own cache from now on.
    (cd "$dependencies/source" && go test -vet=off -run '^$' ./... >/dev/null)
    installed
  fi
  source=$dependencies/source
}

# Runs the module's tests, those left out excepted, and tells of them in $RESULTS.
go_results() {
  local here=$PWD skipped
  skipped=$(sed -E 's|\t.*||; s|.*/|^|; s|$|$|' "$LEFT_OUT" 2>/dev/null | paste -sd '|')
  cd "$source"
  # One at a time, as pgx tests itself: some of them measure time.
  go test -vet=off -p 2 -parallel 1 -count 1 -timeout 300s -skip "${skipped:-^$}" -json ./... |
    node "$here/../go-results.mjs" "$1" >"$RESULTS" || true
}
