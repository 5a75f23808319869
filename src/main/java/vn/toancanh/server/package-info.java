/** The embedded central server: its one door, and what it is started with. Its contract is {@code openapi.yaml} beside it. */
@NullMarked
package vn.toancanh.server;

import org.jspecify.annotations.NullMarked;
