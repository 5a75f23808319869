/** The city's cameras and sites as immutable snapshots, and the search over them. Lane: DESK; snapshots: any. */
@NullMarked
package vn.toancanh.catalogue;

import org.jspecify.annotations.NullMarked;
