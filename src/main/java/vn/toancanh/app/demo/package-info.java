/** A whole city on one machine: server, cameras and a client of its own. Lane: MAIN. */
@NullMarked
package vn.toancanh.app.demo;

import org.jspecify.annotations.NullMarked;
