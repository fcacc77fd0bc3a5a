function choose(accept: string, multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}

/** The file that an officer chooses; undefined when none was. */
export const chooseFile = async (accept: string): Promise<File | undefined> => (await choose(accept, false))[0];

/** The files that an officer chooses; none when the choice was broken off. */
export const chooseFiles = (accept: string): Promise<readonly File[]> => choose(accept, true);
