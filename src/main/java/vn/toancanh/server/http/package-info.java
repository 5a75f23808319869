/** What every endpoint shares: routes, bodies, problems, paging, the request log. Jetty's threads. */
@NullMarked
package vn.toancanh.server.http;

import org.jspecify.annotations.NullMarked;
