/** Joins over `resident`: the area that they live in, and the estate that a building is one of. */
export const homeJoins = {
  home: 'LEFT JOIN area home ON home.id = resident.building_id',
  estate: `LEFT JOIN area estate ON estate.id = home.parent_id AND home.kind = 'BUILDING'`,
};

export const joinHome = `${homeJoins.home}
      ${homeJoins.estate}`;

/** Where a resident lives, as it is written; over both joins. */
export const homeAddress = 'concat(estate.name, home.name)';
