/** The city's cameras as a tree by site, with search. Lane: FX. */
@NullMarked
package vn.toancanh.ui.tree;

import org.jspecify.annotations.NullMarked;
