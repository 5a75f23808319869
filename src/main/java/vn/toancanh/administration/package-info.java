/** Users, roles, sites and the policy of streams, as whoever is signed in may administer them. Lane: DESK. */
@NullMarked
package vn.toancanh.administration;

import org.jspecify.annotations.NullMarked;
