/**
 * The relay as a process of its own, which outlives its server: both ends of the socket between them. The relay's end lives in
 * a process with {@link vn.toancanh.server.relay.beside.RelayProcess}, the server's is
 * {@link vn.toancanh.server.relay.beside.RelayBeside}.
 */
@NullMarked
package vn.toancanh.server.relay.beside;

import org.jspecify.annotations.NullMarked;
