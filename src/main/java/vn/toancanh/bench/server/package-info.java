/** A central server as a process of its own under measure: what it takes, how soon it answers, and what a fall costs. */
@NullMarked
package vn.toancanh.bench.server;

import org.jspecify.annotations.NullMarked;
