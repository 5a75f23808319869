package vn.toancanh.seeded.central;

import java.net.http.HttpClient;

/** Breaks "no second HTTP client". */
record CallsToo(HttpClient client) {}
