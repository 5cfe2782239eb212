#!/usr/bin/env bash
# Makes the Swift files of spark_connect.proto anew; needs protoc. Builds the two generators from the packages first.
set -euo pipefail
cd "$(dirname "$0")/../../.."
scratch=$PWD/.build-spark
here=Sources/ShihyoSpark/Protocol
swift package resolve --scratch-path "$scratch" --traits Spark
for package in swift-protobuf:protoc-gen-swift grpc-swift-protobuf:protoc-gen-grpc-swift-2; do
  swift build --package-path "$scratch/checkouts/${package%%:*}" --scratch-path "$scratch/generators" --product "${package##*:}"
done
bin=$scratch/generators/debug
generate() {
  protoc --plugin="$bin/protoc-gen-swift" --plugin="$bin/protoc-gen-grpc-swift-2" -I $here "$@" spark_connect.proto
}
generate --swift_out=$here --swift_opt=Visibility=Package,UseAccessLevelOnImports=true \
  --grpc-swift-2_out=$here --grpc-swift-2_opt=Visibility=Package,Server=false,UseAccessLevelOnImports=true
# The server's side is for the tests, which play a server.
tests=Tests/ShihyoSparkTests/Support
generate --grpc-swift-2_out=$tests --grpc-swift-2_opt=Visibility=Internal,Client=false,ExtraModuleImports=ShihyoSpark,UseAccessLevelOnImports=true
# A trait does not take a target out of the build, so every file stands in a condition of its own.
for file in $here/spark_connect.pb.swift $here/spark_connect.grpc.swift $tests/spark_connect.grpc.swift; do
  { echo "// swift-format-ignore-file"; echo "#if Spark"; cat "$file"; echo "#endif"; } >"$file.new" && mv "$file.new" "$file"
done
