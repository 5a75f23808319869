package vn.toancanh.seeded.server;

import okhttp3.OkHttpClient;

/** Breaks "HTTP client only at the net". */
record Calls(OkHttpClient client) {}
