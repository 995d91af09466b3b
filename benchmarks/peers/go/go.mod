module netreset/benchmarks

go 1.26
