/** Numbers for whoever watches the server. Any thread. */
@NullMarked
package vn.toancanh.server.metrics;

import org.jspecify.annotations.NullMarked;
