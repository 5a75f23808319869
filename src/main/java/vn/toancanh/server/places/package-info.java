/** Where cameras stand, and whom what happens there concerns. Any thread. */
@NullMarked
package vn.toancanh.server.places;

import org.jspecify.annotations.NullMarked;
