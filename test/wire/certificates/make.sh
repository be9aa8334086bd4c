#!/bin/sh
# Makes the certificates of the tests anew: a CA, what it signs for a server and for a client, and one of nobody's signing.
# They are good for a hundred years; the keys protect nothing.
set -e
cd "$(dirname "$0")"
new_key="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
signed() {
  openssl req $new_key -keyout "$1.key" -out "$1.csr" -subj "/CN=$2"
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 36500 "-$3" -out "$1.crt"
}
openssl req -x509 $new_key -keyout ca.key -out ca.crt -days 36500 -subj "/CN=Millrace test CA"
signed server localhost sha256
signed server-2 localhost sha384
signed client ada sha256
openssl req -x509 $new_key -keyout stranger.key -out stranger.crt -days 36500 -subj "/CN=ada"
rm -f ./*.csr ./*.srl ca.key
