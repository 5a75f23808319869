/** Sites and cameras with the places of their streams, and what changed since when. Any thread. */
@NullMarked
package vn.toancanh.server.inventory;

import org.jspecify.annotations.NullMarked;
