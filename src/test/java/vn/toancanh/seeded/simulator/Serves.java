package vn.toancanh.seeded.simulator;

import io.javalin.http.Context;

/** Breaks "web library only in the server". */
record Serves(Context context) {}
